import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { findWaitByToken, lockWaitByToken, markJoined, type PublicWaitRow } from '../db/queries/public-waits.ts'
import { listRankable, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { Wishes } from '../domain/waitlist-entry.ts'
import { lockAddress } from './asked-lately.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { RecordOutcome } from './change-record.ts'
import { savedEntry } from './change-waitlist.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'
import { meantOrNewClient } from './meant-or-new-client.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { findWaitOffer } from './public-wait-offer.ts'
import { reopenFor } from './reopen-for.ts'
import { LONGEST_NOTE, untilProblem } from './waitlist-wishes.ts'
import { writeJoin } from './write-join.ts'

export interface WaitKey {
  readonly id: string
  /** That was sent to the address. */
  readonly token: string
}

/** She is on the list, or was before. */
export interface WaitJoined {
  readonly kind: 'joined'
  readonly entryId: string
}

/** There is nothing to confirm, or not any more. */
export interface WaitOver {
  readonly kind: 'over'
}

/** The e-mail has proved itself: whoever asked waits from now on, or goes on waiting where she did already. */
export function confirmPublicWait(context: ActionContext, key: WaitKey): Promise<WaitJoined | WaitOver> {
  checkId(key.id, 'wait', ['input', 'id'])
  return changeClinic<WaitJoined, WaitOver, WaitOver>(context, {
    operation: 'confirmPublicWait',
    input: {},
    work: (trx) => confirmIn(context, trx, key),
    tell: async (refused) => refused,
  })
}

const over = { refused: { kind: 'over' as const } }

async function confirmIn(
  context: ActionContext,
  trx: Trx,
  { id, token }: WaitKey,
): Promise<Outcome<WaitJoined, WaitOver>> {
  const { clinicId } = context.caller
  const tokenHash = hashOfSecret(token)
  const found = await findWaitByToken(trx, clinicId, id, tokenHash)
  if (!found) return over
  // Who asked twice and confirms both at once is one new client, not two.
  await lockAddress(trx, clinicId, found.email)
  const wait = await lockWaitByToken(trx, clinicId, id, tokenHash)
  if (wait?.entryId) return { written: { kind: 'joined', entryId: wait.entryId }, log: [] }
  if (!wait || context.now() >= wait.expiresAt || !(await findWaitOffer(trx, clinicId, wait))) return over
  return joinFor(context, trx, wait)
}

async function joinFor(context: ActionContext, trx: Trx, wait: PublicWaitRow): Promise<Outcome<WaitJoined, WaitOver>> {
  const { clinicId } = context.caller
  const { days, parts, therapistId, typeId, untilOn } = wait
  const { client, log } = await meantOrNewClient(context, trx, { ...wait, isProved: true }, null)
  const wanted = { clientId: client.id, typeId }
  const wishes = { therapistIds: therapistId === null ? null : [therapistId], days, parts, untilOn }
  const note = noteOf(wait, client)
  const [waiting] = await listRankable(trx, clinicId, { ...wanted, statuses: ['waiting', 'offered'] })
  const joined = waiting
    ? await askAgain(context, trx, waiting.id, { ...wishes, note })
    : await writeJoin(context, trx, wanted, {
        ...{ ...wishes, note, skill: null, fromOn: null, noticeMinutes: 0 },
        ...{ urgency: 'routine', referralSource: 'self', payer: null },
      })
  if ('refused' in joined) return over
  const entryId = joined.written.record.id
  await markJoined(trx, clinicId, wait.id, entryId, context.now())
  return { written: { kind: 'joined', entryId }, log: [...log, ...joined.log] }
}

/** Who waits for it already goes on waiting, for what she says now; what was noted of her before stays beside it. */
async function askAgain(
  { caller: { clinicId }, now: clock }: ActionContext,
  trx: Trx,
  entryId: string,
  { note, ...wishes }: Pick<Wishes, 'therapistIds' | 'days' | 'parts' | 'untilOn'> & { readonly note: string | null },
): Promise<RecordOutcome<WaitlistEntry>> {
  const now = clock()
  const refused = await untilProblem(trx, clinicId, wishes.untilOn, now)
  if (refused) return { refused: [refused] }
  const current = (await lockEntry(trx, clinicId, entryId))!
  const { untilOn } = wishes
  const fromOn = untilOn !== null && current.fromOn !== null && current.fromOn > untilOn ? null : current.fromOn
  const changes = { ...wishes, skill: null, fromOn, note: together(current.note, note) }
  const saved = await savedEntry(trx, clinicId, 'update waitlist entry', current, changes, now)
  return { ...saved, log: [...saved.log, ...(await reopenFor(trx, clinicId, entryId, now))] }
}

/** What she wrote to the clinic; and by what name and number she asked, where her record says another. */
function noteOf({ name, note, phone }: PublicWaitRow, client: ClientRow): string | null {
  const isOther = name.toLowerCase() !== client.name.toLowerCase() || (phone !== null && phone !== client.phone)
  const asked = `Asked online as ${[name, phone].filter(Boolean).join(', ')}.`
  return isOther ? together(note, asked) : note
}

function together(before: string | null, now: string | null): string | null {
  if (before === null || now === null || before.includes(now)) return before ?? now
  return `${before}\n${now}`.slice(-LONGEST_NOTE)
}
