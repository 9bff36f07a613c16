import type { Logger } from 'pino'
import type { SystemContext } from '../../actions/context.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { type DueMessage, findNextAttempt } from '../../db/queries/sending-messages.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'
import type { Channels, Outgoing } from '../channels/channel.ts'
import { sendMessages } from '../contracts.ts'
import type { Admit } from './claim.ts'
import { workLane } from './lane.ts'
import { makeRecorder } from './recorder.ts'
import type { Tried } from './tried.ts'

/** What sends the messages of all clinics in this process. */
export interface Sender {
  /** Sends what of the clinic is due, until nothing is or others want their turn; asks for another turn then. */
  drain(context: SystemContext, clinicId: string): Promise<void>
  /** Begins nothing any more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface SenderOptions {
  readonly channels: Channels
  readonly admit: Admit
  /** What a message that was begun said, to find it at its provider. */
  readonly recall: (db: Db, clinicId: string, message: DueMessage) => Promise<Outgoing>
  readonly log: Logger
  /** Told of every try. */
  readonly onTried?: (tried: Tried) => void
}

/** So many lanes take turns for a clinic: while one writes down what it sent, another sends. */
const LANES = 4
const LONGEST_TURN = 30_000

export function makeSender(options: SenderOptions): Sender {
  const turns = new Map<string, Turn>()
  const paused = new Map<MessageChannel, Instant>()
  let isStopping = false
  return {
    drain(context, clinicId) {
      const current = turns.get(clinicId)
      // Whoever has the turn looks once more before it is over.
      if (current) {
        current.again = true
        return current.ended
      }
      const turn: Turn = { again: false, endsAt: performance.now() + LONGEST_TURN, ended: Promise.resolve() }
      const isOver = () => isStopping || performance.now() > turn.endsAt
      turns.set(clinicId, turn)
      turn.ended = takeTurn({ ...options, context, clinicId, paused, isOver }, turn, () => turns.delete(clinicId))
      return turn.ended
    },
    async stop() {
      isStopping = true
      await Promise.allSettled([...turns.values()].map((each) => each.ended))
    },
  }
}

interface Turn {
  /** Somebody has asked for the same meanwhile. */
  again: boolean
  readonly endsAt: number
  ended: Promise<void>
}

interface TurnOptions extends SenderOptions {
  readonly context: SystemContext
  readonly clinicId: string
  readonly paused: Map<MessageChannel, Instant>
  isOver(): boolean
}

async function takeTurn(options: TurnOptions, turn: Turn, leave: () => void): Promise<void> {
  const { context, clinicId, isOver } = options
  try {
    const lane = { ...options, recorder: makeRecorder(context, clinicId), claiming: oneAtATime(), asking: oneAtATime() }
    do {
      turn.again = false
      await allEnded(Array.from({ length: LANES }, () => workLane(lane)))
    } while (turn.again && !isOver())
  } finally {
    leave()
  }
  if (isOver()) return askForTurn(context, clinicId)
  const nextAt = await nextTurnAt(options)
  if (nextAt !== undefined) await askForTurn(context, clinicId, nextAt)
}

/** When a message was put off to, or is tried again, or a provider's pause ends. */
async function nextTurnAt({ context, clinicId, paused }: TurnOptions): Promise<Instant | undefined> {
  const now = context.now()
  const attemptAt = await inClinic(context.db, clinicId, (trx) => findNextAttempt(trx, clinicId, now))
  const ahead = [...paused.values(), attemptAt ?? now].filter((each) => each > now)
  return ahead.length > 0 ? Math.min(...ahead) : undefined
}

/** Each begins when the one before has ended. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }
}

/** None is left behind when one fails. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
}

function askForTurn({ db, jobs }: SystemContext, clinicId: string, startAfter?: Instant): Promise<void> {
  return inClinic(db, clinicId, (trx) => jobs.enqueue(trx, sendMessages, { clinicId }, { startAfter }))
}
