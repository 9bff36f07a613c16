import type { SystemContext } from '../../actions/context.ts'
import { inClinic } from '../../db/connect.ts'
import type { MessageRow } from '../../db/queries/messages.ts'
import { type DueMessage, listRecordedIds } from '../../db/queries/sending-messages.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'
import { afterAttempt, type Sending } from '../../domain/sending.ts'
import { type Channel, LONGEST_CALL, type Outgoing } from '../channels/channel.ts'
import { type Claimed, claimDue, type Ready, readmit } from './claim.ts'
import type { Recorder } from './recorder.ts'
import type { SenderOptions } from './sender.ts'
import { logTry } from './tried.ts'

/** What a provider says of a message that it may have: `unknown` when it never had it. */
type Told = Sending | 'unknown'

/** One of several that send a clinic's messages side by side. */
export interface Lane extends SenderOptions {
  readonly context: SystemContext
  readonly clinicId: string
  readonly recorder: Recorder
  /** Channels whose provider asked for a pause, with its end. */
  readonly paused: Map<MessageChannel, Instant>
  /** Lets the lanes take messages in hand one after the other: under the locks they would be in each other's way. */
  readonly claiming: (claim: () => Promise<Claimed>) => Promise<Claimed>
  /** Lets them ask one after the other, so that what a provider has is counted for one message alone. */
  readonly asking: (ask: () => Promise<Told>) => Promise<Told>
  isOver(): boolean
}

/** How many messages are under way in a lane at once. */
const BATCH = 32

/** Sends what is due, batch after batch, until nothing is left or the turn is over. */
export async function workLane(lane: Lane): Promise<void> {
  while (!lane.isOver()) {
    const { ready, unsure, leasedUntil, count } = await lane.claiming(() => claimDue(lane, BATCH, pausedNow(lane)))
    if (count === 0) return
    const cleared = unsure.map((each) => clearUp(lane, each))
    await Promise.all([...cleared, ...ready.map((each) => deliver(lane, each, leasedUntil))])
  }
}

async function deliver(lane: Lane, { message, outgoing }: Ready, leasedUntil: Instant): Promise<void> {
  const { context, channels } = lane
  // By the time that this call could end somebody else may have the message in hand.
  if (context.now() > leasedUntil - LONGEST_CALL) return
  const written = await writing(lane, message, async () => outgoing())
  const sending = written
    ? await channels[message.channel].send(written)
    : ({ outcome: 'refused', code: 'NOT_WRITTEN', message: 'It could not be written.' } as const)
  tell(lane, message, sending)
  pauseFor(lane, message.channel, sending)
  await record(lane, message, sending)
}

function tell({ channels, log, onTried }: Lane, { channel, id, kind }: MessageRow, sending: Sending): void {
  const tried = { channel, kind, provider: channels[channel].provider, outcome: sending.outcome }
  logTry(log, id, tried, sending)
  onTried?.(tried)
}

/** One message that cannot be written keeps no other from leaving. */
async function writing(
  { log }: Lane,
  { id: messageId }: MessageRow,
  write: () => Promise<Outgoing>,
): Promise<Outgoing | undefined> {
  try {
    return await write()
  } catch (error) {
    log.error({ err: error, messageId }, 'a message could not be written')
    return undefined
  }
}

/** Of a message that the provider may have: it is told as sent, or sent now. */
async function clearUp(lane: Lane, message: DueMessage): Promise<void> {
  const found = await lane.asking(async () => {
    const told = await ask(lane, message)
    if (told !== 'unknown') await record(lane, message, told)
    return told
  })
  if (found !== 'unknown') return
  const left = await readmit(lane, message)
  if (left) await deliver(lane, left, left.leasedUntil)
}

async function ask(lane: Lane, message: DueMessage): Promise<Told> {
  const { context, clinicId, channels, recall } = lane
  const channel = channels[message.channel]
  const written = await writing(lane, message, () => recall(context.db, clinicId, message))
  const found = written && (await whatIsThere(lane, channel, written, message))
  if (!found)
    return { outcome: 'later', code: 'NOT_TOLD', message: 'The provider does not tell what it has.', unsure: true }
  const ids = found.map((each) => each.providerId)
  const others = await inClinic(context.db, clinicId, (trx) => listRecordedIds(trx, clinicId, channel.provider, ids))
  const ours = found.find((each) => !others.includes(each.providerId))
  return ours ? { outcome: 'sent', ...ours } : 'unknown'
}

async function whatIsThere({ log }: Lane, channel: Channel, written: Outgoing, { id, dueAt }: MessageRow) {
  try {
    return await channel.find(written, dueAt)
  } catch (error) {
    // A provider's words may name the number or address that it was asked for.
    const reason = error instanceof Error ? error.name : 'unknown'
    log.warn({ messageId: id, reason }, 'a provider does not tell what it has; it is asked again')
    return undefined
  }
}

function record({ context, channels, recorder }: Lane, message: MessageRow, sending: Sending): Promise<void> {
  const attempted = afterAttempt(sending, message.attempts + 1, context.now(), message)
  return recorder.record({ messageId: message.id, provider: channels[message.channel].provider, attempted })
}

function pausedNow({ paused, context }: Lane): MessageChannel[] {
  return [...paused].filter(([, until]) => until > context.now()).map(([channel]) => channel)
}

/** Nothing goes through a channel for as long as its provider asks for. */
function pauseFor({ paused, context }: Lane, channel: MessageChannel, sending: Sending): void {
  if (sending.outcome !== 'later' || sending.unsure || sending.retryAfterSeconds === undefined) return
  const until = context.now() + sending.retryAfterSeconds * 1000
  paused.set(channel, Math.max(until, paused.get(channel) ?? 0))
}
