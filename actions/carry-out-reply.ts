import type { Trx } from '../db/connect.ts'
import { findAppointment } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { putChoices } from '../db/queries/replies.ts'
import type { Instant } from '../domain/interval.ts'
import type { ReplyIntent } from '../domain/reply.ts'
import type { ReplyAnswer } from '../domain/reply-answer.ts'
import { writeOwnCancellation } from './cancel-own-appointment.ts'
import { writeOwnConfirmation } from './confirm-own-appointment.ts'
import { type ActionContext, actorOf, type SystemContext } from './context.ts'
import { findOwnOffers } from './find-own-offers.ts'
import { writeOwnHolds } from './hold-own-slots.ts'
import { markMessages } from './message-mark.ts'
import { writeOwnMove } from './move-own-appointment.ts'
import { noteReply } from './note-reply.ts'
import { lockOwn, type OwnCaller, type OwnContext, type OwnInput, type OwnOutcome } from './own-appointment.ts'

/** What nobody who is signed in asked for, but a client with a word from outside. */
export type ReplyContext = SystemContext & Pick<ActionContext, 'secret'>

/** What a reply came to. */
export interface ReplyEffect {
  /** Null to answer nothing. */
  readonly answer: ReplyAnswer | null
  /** What is said beside it. */
  readonly also?: ReplyAnswer
  readonly log: readonly LogEntry[]
  readonly about?: { readonly appointmentId: string; readonly clientId: string }
  /** As what the text was understood, where that took what was asked before. */
  readonly understoodAs?: ReplyIntent['kind']
}

/** So many slots are held for who would move by text. */
const OFFERS = 3
/** Whoever is asked how late she is answers at once, or not. */
const HOUR = 60 * 60_000

/** The client who answers about the appointment, as one who acts on it. */
export async function answeringFor(
  context: ReplyContext,
  trx: Trx,
  clinicId: string,
  appointmentId: string,
): Promise<OwnContext | undefined> {
  const appointment = await findAppointment(trx, clinicId, appointmentId)
  if (!appointment) return undefined
  const { clientId, client } = appointment
  const caller: OwnCaller = { kind: 'client', clinicId, clientId, appointmentId, name: client.name }
  return { jobs: context.jobs, secret: context.secret, now: context.now, caller }
}

/** Does what the client asks for about her appointment. What she may choose from is remembered for the phone. */
export async function carryOutReply(
  own: OwnContext,
  trx: Trx,
  intent: ReplyIntent,
  phone: string,
  seen: OwnInput = {},
): Promise<ReplyEffect> {
  const { kind } = intent
  if (kind === 'confirm')
    return effectOf(own, await writeOwnConfirmation(own, trx, seen), ({ appointment }) => ({
      say: 'confirmed',
      at: appointment.startsAt,
    }))
  if (kind === 'cancel')
    return effectOf(own, await writeOwnCancellation(own, trx, seen), ({ appointment }) => ({
      say: 'cancelled',
      at: appointment.startsAt,
    }))
  if (kind === 'late') return noteLateness(own, trx, intent.minutes, phone)
  if (kind === 'move') return offerSlots(own, trx, phone)
  const { clinicId, appointmentId } = own.caller
  const log = await noteReply(trx, clinicId, appointmentId, { reply: 'unrecognised', at: own.now() })
  return told(own, { say: 'not understood' }, log)
}

/** The slot that was chosen becomes the appointment's, in the same transaction as everything else. */
export async function carryOutMove(own: OwnContext, trx: Trx, holdId: string): Promise<ReplyEffect> {
  return effectOf(own, await writeOwnMove(own, trx, { holdId }), ({ appointment }) => ({
    say: 'moved',
    at: appointment.startsAt,
  }))
}

async function noteLateness(
  own: OwnContext,
  trx: Trx,
  minutes: number | undefined,
  phone: string,
): Promise<ReplyEffect> {
  const { clinicId, appointmentId } = own.caller
  if (minutes === undefined) {
    const question = {
      kind: 'appointment' as const,
      intent: { kind: 'late' as const },
      appointmentIds: [appointmentId],
    }
    await putChoices(trx, clinicId, phone, question, own.now() + HOUR)
    return told(own, { say: 'how late' }, [])
  }
  await lockOwn(own, trx)
  const change = { lateMinutes: minutes, repliedAt: own.now() }
  const log = await markMessages(trx, clinicId, 'receive reply', [appointmentId], change)
  return told(own, { say: 'late', minutes }, log)
}

async function offerSlots(own: OwnContext, trx: Trx, phone: string): Promise<ReplyEffect> {
  const { clinicId, appointmentId } = own.caller
  const now = own.now()
  const current = await lockOwn(own, trx)
  const offers = await findOwnOffers(trx, clinicId, current, { now, count: OFFERS })
  const outcome = await writeOwnHolds(own, trx, offers, {})
  if ('refused' in outcome) return told(own, { say: outcome.refused }, [])
  const { holds } = outcome.written
  const noted = await noteReply(trx, clinicId, appointmentId, { reply: 'reschedule_requested', at: now })
  const log = [...outcome.log, ...noted]
  const [first] = holds
  if (!first) return told(own, { say: 'no offers' }, log)
  const choices = { kind: 'slot' as const, appointmentId, holdIds: holds.map((each) => each.id) }
  await putChoices(trx, clinicId, phone, choices, first.expiresAt)
  const at: Instant[] = holds.map((each) => each.startsAt)
  return told(own, { say: 'offers', at, until: first.expiresAt }, log)
}

function effectOf<Written>(
  own: OwnContext,
  outcome: OwnOutcome<Written>,
  say: (written: Written) => ReplyAnswer,
): ReplyEffect {
  return 'refused' in outcome ? told(own, { say: outcome.refused }, []) : told(own, say(outcome.written), outcome.log)
}

/** The log says that the client did it. */
function told({ caller }: OwnContext, answer: ReplyAnswer, entries: readonly LogEntry[]): ReplyEffect {
  const { appointmentId, clientId } = caller
  const log = entries.map((each) => ({ ...each, actor: each.actor ?? actorOf(caller) }))
  return { answer, log, about: { appointmentId, clientId } }
}
