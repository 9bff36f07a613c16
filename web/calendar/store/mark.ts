import type { MessageMark, Reply } from '../../../domain/message.ts'
import type { Card } from './book.ts'

/** What a card shows of its messages; it changes while the appointment keeps its version. */
export interface CardMark extends MessageMark {
  readonly version: number
}

export interface MarkFields {
  readonly version: number
  readonly state: Uppercase<NonNullable<MessageMark['state']>> | null
  readonly reply: Uppercase<Reply> | null
  readonly repliedAt: string | null
  readonly lateMinutes: number | null
  readonly unread: number
}

/** Of an appointment about which nothing has been sent or heard. */
export const unmarked: CardMark = {
  version: 0,
  state: null,
  reply: null,
  repliedAt: null,
  lateMinutes: null,
  unread: 0,
}

export function toMark(fields: MarkFields): CardMark {
  return {
    version: fields.version,
    state: (fields.state?.toLowerCase() ?? null) as CardMark['state'],
    reply: (fields.reply?.toLowerCase() ?? null) as CardMark['reply'],
    repliedAt: fields.repliedAt === null ? null : Date.parse(fields.repliedAt),
    lateMinutes: fields.lateMinutes,
    unread: fields.unread,
  }
}

/** Of two readings of a card what is later of each: the thing itself, and what changes while it keeps its version. */
export function laterOf(known: Card, read: Card): Card {
  const [earlier, later] = read.version > known.version ? [known, read] : [read, known]
  if (later.session) return withLaterPlaces(later, earlier)
  return earlier.mark.version > later.mark.version ? { ...later, mark: earlier.mark } : later
}

function withLaterPlaces(later: Card, earlier: Card): Card {
  if (!later.session || !earlier.session) return later
  const { placesTaken, placesVersion } = earlier.session
  if (placesVersion <= later.session.placesVersion) return later
  return { ...later, session: { ...later.session, placesTaken, placesVersion } }
}
