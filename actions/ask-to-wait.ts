import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { insertWaitProofMessage } from '../db/queries/proof-messages.ts'
import { insertPublicWait, isAskedSince, type PublicWaitRow } from '../db/queries/public-waits.ts'
import { mayAskToWait } from '../domain/booking-limits.ts'
import { WAIT_PROOF_MINUTES } from '../domain/booking-settings.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import type { WaitField } from '../domain/public-booking.ts'
import { checkFields } from '../domain/record.ts'
import type { DayPart } from '../domain/waitlist-entry.ts'
import { isLocalDate, localDateOf } from '../domain/zone.ts'
import { sendMessages } from '../jobs/contracts.ts'
import { lockAddress, readAskedLately } from './asked-lately.ts'
import { type BookerInput, checkedBooker } from './booker-fields.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { findWaitOffer } from './public-wait-offer.ts'
import { publicWaitToken } from './public-wait-token.ts'
import { checkedWishes } from './waitlist-wishes.ts'

export interface AskToWaitInput extends BookerInput {
  readonly typeId: string
  /** Null for anybody. */
  readonly therapistId: string | null
  /** None is all the same to her, as is none of the parts. */
  readonly days: readonly number[]
  readonly parts: readonly DayPart[]
  /** The last day that suits, as it was typed; empty for none. */
  readonly until: string
  readonly note: string
  readonly agrees: boolean
  /** Tells one household or office from another. */
  readonly network: string
}

/** Whether or not anything was sent: whoever asks learns nothing of the address. */
export interface WaitAsked {
  readonly kind: 'asked'
}

export type WaitRefused =
  | { readonly kind: 'closed' }
  /** What was typed into these fields cannot be taken. */
  | { readonly kind: 'wrong'; readonly fields: readonly WaitField[] }

/** Keeps what somebody of the public would wait for, and writes to her address, which has to prove itself first. */
export function askToWait(context: ActionContext, input: AskToWaitInput): Promise<WaitAsked | WaitRefused> {
  checkId(input.typeId, 'appointment type', ['input', 'typeId'])
  return changeClinic<WaitAsked, WaitRefused, WaitRefused>(context, {
    operation: 'askToWait',
    input: {},
    work: (trx) => askIn(context, trx, input),
    tell: async (refused) => refused,
  })
}

/** Of a button that is pressed twice, the second press asks for nothing more. */
const PRESSED_TWICE = MINUTE

const asked: Outcome<WaitAsked, WaitRefused> = { written: { kind: 'asked' }, log: [] }

async function askIn(
  context: ActionContext,
  trx: Trx,
  input: AskToWaitInput,
): Promise<Outcome<WaitAsked, WaitRefused>> {
  const { clinicId } = context.caller
  const now = context.now()
  const { therapistId, typeId } = input
  const offer = await findWaitOffer(trx, clinicId, { therapistId, typeId })
  if (!offer) return { refused: { kind: 'closed' } }
  const { consent } = offer.settings
  const typed = checkedAsk(input, consent, localDateOf(now, (await getClinic(trx, clinicId)).zone))
  if ('wrong' in typed) return { refused: { kind: 'wrong', fields: typed.wrong } }
  await lockAddress(trx, clinicId, typed.email)
  const { lately, network } = await readAskedLately(trx, clinicId, { ...typed, network: input.network }, now)
  if (await isAskedSince(trx, clinicId, { ...typed, therapistId, typeId }, now - PRESSED_TWICE)) return asked
  if (!mayAskToWait(lately)) return asked
  const id = uuidv7()
  const expiresAt = now + WAIT_PROOF_MINUTES * MINUTE
  const wait: PublicWaitRow = {
    ...{ ...typed, id, typeId, therapistId, consent, status: 'pending', entryId: null },
    ...{ createdAt: now, expiresAt },
  }
  const tokenHash = hashOfSecret(publicWaitToken(context.secret, clinicId, id))
  await insertPublicWait(trx, clinicId, wait, { network, tokenHash })
  await writeTo(context, trx, wait, now)
  return asked
}

type Typed = Pick<
  PublicWaitRow,
  'name' | 'email' | 'phone' | 'language' | 'zone' | 'days' | 'parts' | 'untilOn' | 'note'
>

function checkedAsk(
  input: AskToWaitInput,
  consent: string | null,
  today: string,
): Typed | { readonly wrong: readonly WaitField[] } {
  const booker = checkedBooker(input)
  const fields = checkFields()
  const { days, note, parts } = checkedWishes(fields, {
    ...{ days: input.days, parts: input.parts },
    // Browsers send every line end as two characters, and count it as one.
    note: input.note.replaceAll('\r\n', '\n'),
  })
  const untilOn = input.until || null
  const isOver = untilOn !== null && !(isLocalDate(untilOn) && untilOn >= today)
  const wrong: readonly WaitField[] = [
    ...('wrong' in booker ? booker.wrong : []),
    ...(isOver ? (['until'] as const) : []),
    ...(fields.problems.length > 0 ? (['note'] as const) : []),
    ...(consent !== null && !input.agrees ? (['consent'] as const) : []),
  ]
  if (wrong.length > 0 || 'wrong' in booker) return { wrong }
  return { ...booker, days: days ?? null, parts: parts ?? null, untilOn, note: note ?? null }
}

async function writeTo(
  { caller: { clinicId }, jobs }: ActionContext,
  trx: Trx,
  { email, id, language }: PublicWaitRow,
  now: Instant,
): Promise<void> {
  const message = { id: uuidv7(), waitId: id, recipient: email, language }
  await insertWaitProofMessage(trx, clinicId, message, now)
  await jobs.enqueue(trx, sendMessages, { clinicId })
}
