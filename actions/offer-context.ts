import type { LogActor } from '../db/queries/log.ts'
import type { ActionContext } from './context.ts'

/** What is needed to make an offer or to do what is answered to one, whoever asks. */
export type OfferContext = Pick<ActionContext, 'jobs' | 'now' | 'secret'>

/** Who offers what became free: nobody asked for it. */
export const waitlistItself: LogActor = { kind: 'system', id: null, name: 'Daybook waitlist' }
