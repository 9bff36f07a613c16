import pg from 'pg'

/** The channel on which processes hint to each other that a clinic's log has grown. */
export const CHANGES_CHANNEL = 'daybook_changes'

export interface Listener {
  stop(): Promise<void>
}

interface ListenOptions {
  readonly url: string
  readonly channel: string
  readonly onNotice: (payload: string) => void
  /** After every connection, the first included: whatever was said in between was not heard. */
  readonly onConnected: () => void
  readonly onLost: (error: Error) => void
}

const FIRST_WAIT = 50
const LONGEST_WAIT = 5_000

/** Listens on a connection of its own, and comes back when it is lost. */
export function listen(options: ListenOptions): Listener {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let wait = FIRST_WAIT

  const reconnect = (error: Error) => {
    client = undefined
    if (stopped) return
    options.onLost(error)
    timer = setTimeout(connect, wait * (0.5 + Math.random()))
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  const connect = () => {
    const next = new pg.Client({ connectionString: options.url, application_name: 'daybook listen', keepAlive: true })
    client = next
    let lost = false
    const lose = (error: Error) => {
      if (lost) return
      lost = true
      reconnect(error)
      next.end().catch(() => undefined)
    }
    next.on('error', lose)
    next.on('end', () => lose(new Error('the listening connection ended')))
    next.on('notification', ({ payload }) => options.onNotice(payload ?? ''))
    next
      .connect()
      .then(() => next.query(`listen ${options.channel}`))
      .then(() => {
        wait = FIRST_WAIT
        options.onConnected()
      })
      .catch(lose)
  }

  connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
