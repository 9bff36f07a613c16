import type { Logger } from 'pino'
import { type Db, inClinic } from '../../db/connect.ts'
import { CHANGES_CHANNEL, listen } from '../../db/listen.ts'
import { getLogReach, listChanges, listGrown } from '../../db/queries/log.ts'
import { type LiveChange, loadItems } from './live-change.ts'

/** How a process hears of changes: a notice is a hint, the log is the truth, polling is the backstop. */
export interface ChangeFeed {
  /** Hands over every change of the clinic after `cursor`, each once and in order, until stopped. */
  watch(clinicId: string, onChanges: (changes: readonly LiveChange[]) => void): Promise<Watch>
  /** Says that the clinic's log has grown to this number. */
  hint(clinicId: string, seq: number): void
  stop(): Promise<void>
}

export interface Watch {
  /** The number of the last change that was read: later ones will be handed over. */
  readonly cursor: number
  stop(): void
}

interface Followed {
  cursor: number
  /** The highest number heard of. */
  heard: number
  readonly ready: Promise<void>
  reading: boolean
  readonly listeners: Set<(changes: readonly LiveChange[]) => void>
}

interface FeedOptions {
  readonly db: Db
  /** Where to listen; LISTEN needs a connection of its own, straight to the primary. */
  readonly url: string
  readonly log: Logger
  readonly pollMilliseconds?: number
}

const PAGE = 200

/** Follows the logs of the clinics that somebody watches. */
export function startChangeFeed({ db, url, log, pollMilliseconds = 2_000 }: FeedOptions): ChangeFeed {
  const clinics = new Map<string, Followed>()

  const hint = (clinicId: string, seq: number) => {
    const followed = clinics.get(clinicId)
    if (!followed || seq <= followed.heard) return
    followed.heard = seq
    void read(clinicId, followed)
  }

  const read = async (clinicId: string, followed: Followed) => {
    if (followed.reading) return
    followed.reading = true
    try {
      await followed.ready
      while (clinics.get(clinicId) === followed && followed.heard > followed.cursor)
        await readPage(db, clinicId, followed)
    } catch (error) {
      followed.heard = followed.cursor
      log.warn({ err: error, clinicId }, 'reading the change log failed; the next poll tries again')
    } finally {
      followed.reading = false
    }
  }

  const poll = async () => {
    const known = [...clinics].map(([clinicId, { cursor }]) => ({ clinicId, seq: cursor }))
    if (known.length === 0) return
    for (const grown of await listGrown(db, known)) hint(grown.clinicId, grown.seq)
  }
  const pollSafely = () => {
    poll().catch((error) => log.warn({ err: error }, 'polling the change log failed; the next poll tries again'))
  }

  const timer = setInterval(pollSafely, pollMilliseconds)
  const listener = listen({
    url,
    channel: CHANGES_CHANNEL,
    onNotice: (payload) => {
      const [clinicId, seq] = payload.split(':')
      if (clinicId && seq) hint(clinicId, Number(seq))
    },
    onConnected: pollSafely,
    onLost: (error) =>
      log.warn({ reason: error.message }, 'the listening connection was lost; polling until it is back'),
  })

  return {
    hint,
    async watch(clinicId, onChanges) {
      const followed = clinics.get(clinicId) ?? follow(db, clinics, clinicId)
      followed.listeners.add(onChanges)
      const stop = () => {
        followed.listeners.delete(onChanges)
        if (followed.listeners.size === 0 && clinics.get(clinicId) === followed) clinics.delete(clinicId)
      }
      await followed.ready.catch((error) => {
        stop()
        throw error
      })
      return {
        get cursor() {
          return followed.cursor
        },
        stop,
      }
    },
    async stop() {
      clearInterval(timer)
      await listener.stop()
      clinics.clear()
    },
  }
}

function follow(db: Db, clinics: Map<string, Followed>, clinicId: string): Followed {
  const ready = inClinic(db, clinicId, (trx) => getLogReach(trx, clinicId)).then(
    ({ head }) => {
      followed.cursor = head
      followed.heard = Math.max(followed.heard, head)
    },
    (error) => {
      clinics.delete(clinicId)
      throw error
    },
  )
  const followed: Followed = { cursor: 0, heard: 0, ready, reading: false, listeners: new Set() }
  clinics.set(clinicId, followed)
  return followed
}

async function readPage(db: Db, clinicId: string, followed: Followed): Promise<void> {
  const changes = await inClinic(db, clinicId, async (trx) =>
    loadItems(trx, clinicId, await listChanges(trx, clinicId, followed.cursor, PAGE)),
  )
  const last = changes.at(-1)
  if (!last) {
    followed.heard = followed.cursor
    return
  }
  followed.cursor = last.seq
  followed.heard = Math.max(followed.heard, last.seq)
  for (const listener of followed.listeners) listener(changes)
}
