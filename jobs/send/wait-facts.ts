import { publicWaitToken } from '../../actions/public-wait-token.ts'
import type { AskedWait } from '../../db/queries/proof-messages.ts'
import type { MessageFacts } from '../templates/message-facts.ts'
import type { ProofDesk } from './proof-facts.ts'

/** What somebody is told who asked to wait: what for, and where she confirms it, and sees later where she stands. */
export function waitFacts({ clinic, mailFrom, publicUrl, secret }: ProofDesk, wait: AskedWait): MessageFacts {
  const { days, email, expiresAt, name, parts, therapistName, typeName, untilOn, waitId, zone } = wait
  const token = secret && publicWaitToken(secret, clinic.id, waitId)
  const url = new URL(`/book/${clinic.slug}/waitlist/${waitId}.${token}`, publicUrl)
  const therapist = therapistName === null ? null : { name: therapistName }
  return {
    ...{ audience: 'client', clinic, client: { name, email, zone }, from: mailFrom, appointment: null },
    ...{ until: expiresAt, wish: { type: { name: typeName }, therapist, days, parts, untilOn } },
    ...(token && { manageUrl: url.href }),
  }
}
