import { createHash } from 'node:crypto'
import { validate } from 'uuid'
import { cancelOwnAppointment, ownReasons } from '../../actions/cancel-own-appointment.ts'
import { confirmOwnAppointment } from '../../actions/confirm-own-appointment.ts'
import type { ActionContext } from '../../actions/context.ts'
import { ActionError } from '../../actions/errors.ts'
import { holdOwnSlot } from '../../actions/hold-own-slots.ts'
import { joinWaitlist } from '../../actions/join-waitlist.ts'
import { leaveWaitlist } from '../../actions/leave-waitlist.ts'
import { moveOwnAppointment } from '../../actions/move-own-appointment.ts'
import type { OwnContext } from '../../actions/own-appointment.ts'
import { writeToClinic } from '../../actions/write-to-clinic.ts'
import type { Instant } from '../../domain/interval.ts'
import type { FormFields } from '../form-bodies.ts'
import { type OpenLink, openLink, waitingOf } from './link-view.ts'
import type { Said } from './words/page-words.ts'

/** What the next page says, and what it is about. */
export interface FormAnswer {
  readonly said?: Said
  readonly holdId?: string
  readonly wantsOffers?: boolean
}

type Acting = ActionContext & OwnContext
type FormAction = (context: Acting, link: OpenLink, fields: FormFields) => Promise<FormAnswer>

/** What each form of the page does. */
export const linkForms: Readonly<Record<string, FormAction>> = {
  async confirm(context, _, { seen }) {
    const answer = await confirmOwnAppointment(context, { seenStartsAt: instantOf(seen) })
    return { said: answer.kind === 'refused' ? answer.problem : 'confirmed' }
  },
  async cancel(context, link, { seen, reason, note }) {
    const known = ownReasons.find((each) => each === reason)
    const why = { reason: known, note: note && linesOf(note) }
    const answer = await cancelOwnAppointment(context, { seenStartsAt: instantOf(seen), ...why })
    if (answer.kind !== 'refused') return { said: 'cancelled' }
    const isDone = (await appointmentNow(context, link))?.status === 'cancelled'
    return { said: isDone ? 'cancelled' : answer.problem }
  },
  move: (context, link, fields) =>
    fields.hold === undefined ? choose(context, link, fields) : take(context, link, fields),
  async wait(context, link) {
    const { appointment, isOutside } = link
    if (isOutside) return { said: 'not waiting' }
    const { clientId, id: appointmentId, therapistId, typeId } = appointment
    const answer = await joinWaitlist(context, { clientId, typeId, appointmentId, therapistIds: [therapistId] })
    if (answer.kind !== 'refused') return { said: 'waiting' }
    const isDone = (await waitingOf(context.db, link))?.appointmentId === appointmentId
    return { said: isDone ? 'waiting' : 'not waiting' }
  },
  async leave(context, link) {
    const waiting = await waitingOf(context.db, link)
    if (!waiting) return { said: 'left' }
    const answer = await leaveWaitlist(context, { id: waiting.id, expectedVersion: waiting.version })
    return { said: answer.kind === 'refused' ? 'not left' : 'left' }
  },
  async message(context, _, { text = '', once }) {
    if (text.trim() === '') return { said: 'empty' }
    const answer = await writeToClinic(context, { text: linesOf(text), clientMutationId: onceOf(once, text) })
    return { said: answer.kind === 'refused' ? answer.problem : 'written' }
  },
}

async function choose(context: Acting, { appointment }: OpenLink, fields: FormFields): Promise<FormAnswer> {
  const start = instantOf(fields.start)
  const roomId = validate(fields.room ?? '') ? fields.room : undefined
  const { therapistId, startsAt, endsAt } = appointment
  if (start === undefined) return { wantsOffers: true }
  const slot = { start, end: start + (endsAt - startsAt), therapistId, roomId }
  const answer = await holdOwnSlot(context, { seenStartsAt: instantOf(fields.seen), slot })
  if (answer.kind === 'held') return { holdId: answer.holds[0]!.id }
  return { said: answer.problem, wantsOffers: answer.problem === 'taken' }
}

async function take(context: Acting, link: OpenLink, { hold = '', seen, start }: FormFields): Promise<FormAnswer> {
  if (!validate(hold)) return { said: 'expired', wantsOffers: true }
  const answer = await moveOwnAppointment(context, { seenStartsAt: instantOf(seen), holdId: hold })
  if (answer.kind === 'moved') return { said: 'moved' }
  if ((await appointmentNow(context, link))?.startsAt === instantOf(start)) return { said: 'moved' }
  return { said: answer.problem, wantsOffers: answer.problem === 'taken' || answer.problem === 'expired' }
}

/** Of a button that is pressed twice a browser shows the second answer: what the first press did is done, not refused. */
async function appointmentNow(context: Acting, { token }: OpenLink): Promise<OpenLink['appointment'] | undefined> {
  return (await openLink(context, token))?.appointment
}

/** The same words from the same page are one message; other words are another. */
function onceOf(once: string | undefined, text: string): string | undefined {
  if (once === undefined || !validate(once)) return undefined
  return `${once} ${createHash('sha256').update(text).digest('base64url')}`
}

/** A browser counts the end of a line as one character, and sends two. */
function linesOf(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** What a field says to be milliseconds; undefined when no form of ours wrote it. */
function instantOf(field: string | undefined): Instant | undefined {
  return field !== undefined && /^\d{1,15}$/.test(field) ? Number(field) : undefined
}

/** Does what the form asks; what cannot be kept is told like any other refusal. */
export async function answerForm(action: FormAction, context: Acting, link: OpenLink, fields: FormFields) {
  try {
    return await action(context, link, fields)
  } catch (error) {
    if (error instanceof ActionError && error.code === 'BAD_USER_INPUT') return { said: 'long' as const }
    throw error
  }
}
