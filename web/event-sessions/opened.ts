import type { Card } from '../calendar/store/book.ts'

/** What stands before the id of a session in the address: its panel is another than an appointment's. */
const SESSION = 'session.'

/** How the address names what is open beside the day. */
export function addressOf({ id, session }: Card): string {
  return session ? SESSION + id : id
}

export interface Opened {
  readonly id: string
  readonly isSession: boolean
}

export function openedBy(address: string): Opened {
  const isSession = address.startsWith(SESSION)
  return { id: isSession ? address.slice(SESSION.length) : address, isSession }
}
