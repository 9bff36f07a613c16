import { type Interval, MINUTE } from '../../../domain/interval.ts'
import { statusWord } from '../../../domain/status.ts'
import { isUrgent, type MarkSign, shortWords, signsOf, spokenWords } from '../../messages/mark-words.ts'
import type { Clock } from '../layout/clock.ts'
import type { DayColumn } from '../layout/columns.ts'
import { spanOf } from '../layout/geometry.ts'
import { type Lane, pack } from '../layout/pack.ts'
import type { Card, Column } from '../store/book.ts'
import { type LeaveByResource, leaveUnder } from '../store/leave.ts'
import type { ShownCard } from '../store/pending.ts'
import { placesBeside, sessionClass, sessionLabel, sessionMore } from './session-face.ts'

/** All that is drawn of a card in one column, as attribute values: equal faces need no work. */
export interface Face {
  readonly id: string
  readonly hue: number
  readonly className: string
  readonly style: string
  readonly time: string
  readonly name: string
  readonly more: string
  readonly label: string
}

export interface Look {
  readonly clock: Clock
  readonly minuteHeight: number
  readonly resources: ReadonlyMap<string, Column>
  readonly leave: LeaveByResource
}

/** Cards stand apart, and none is drawn too small to be hit. */
const GAP_PIXELS = 2
export const LEAST_PIXELS = 24

const TWO_LINES = 36
export const THREE_LINES = 52
/** From here on there is room beneath three lines. */
const ROOMY = 68
/** With the padding above it. */
const THREE_LINES_OF_TEXT = 50

interface Drawn extends Lane {
  readonly look: Look
  readonly face: Face
}

/** Makes the faces of a column's cards, sorted as the cards are; a card that looks as it did keeps its face. */
export function makeFaces(column: DayColumn): (cards: readonly ShownCard[], look: Look) => Face[] {
  const drawn = new WeakMap<ShownCard, Drawn>()
  function faceIn(card: ShownCard, lane: Lane, look: Look): Face {
    const known = drawn.get(card)
    if (known?.look === look && known.lane === lane.lane && known.lanes === lane.lanes) return known.face
    const face = faceOf(card, lane, column, look)
    drawn.set(card, { ...lane, look, face })
    return face
  }
  return (cards, look) => {
    const shown = cards.filter((card) => card.startsAt < column.day.end && card.endsAt > column.day.start)
    const lanes = pack(shown.map(intervalOf), (LEAST_PIXELS / look.minuteHeight) * MINUTE)
    return shown.map((card, index) => faceIn(card, lanes[index]!, look))
  }
}

function faceOf(card: ShownCard, lane: Lane, column: DayColumn, look: Look): Face {
  const span = spanOf(intervalOf(card), column.day)!
  const height = Math.max(span.minutes * look.minuteHeight, LEAST_PIXELS) - GAP_PIXELS
  const lines = height < TWO_LINES ? 1 : height < THREE_LINES ? 2 : 3
  const { clock } = look
  const isOnLeave = leaveUnder(card, look.leave) !== undefined
  const signs = signsOf(card)
  const [sign] = signs
  const told = sign && isUrgent(sign) && shortWords(sign, card.mark)
  return {
    id: card.id,
    hue: card.hue,
    className: classOf(card, { lines, isOnLeave, sign, isRoomy: height >= ROOMY }),
    style: styleOf(card, span.top * look.minuteHeight, height, lane, look.minuteHeight),
    time: timeOf(card, lines, clock),
    name: card.clientName,
    more: [isOnLeave && 'On leave time', told, moreOf(card, column, look)].filter(Boolean).join(' · '),
    label: labelOf(card, look, { isOnLeave, signs }),
  }
}

// One more character of the same text costs nothing.
function timeOf(card: Card, lines: number, clock: Clock): string {
  const start = clock.short(card.startsAt)
  const span = lines === 1 ? start : `${start} – ${clock.short(card.endsAt)}`
  const time = card.repeats ? `${span} \u21bb` : span
  return card.session && lines < 3 ? `${time} · ${placesBeside(card.session)}` : time
}

function intervalOf(card: Card): Interval {
  return { start: card.startsAt, end: card.endsAt }
}

interface Told {
  readonly lines: number
  readonly isOnLeave: boolean
  readonly isRoomy: boolean
  readonly sign: MarkSign | undefined
}

function classOf(card: ShownCard, { lines, isOnLeave, isRoomy, sign }: Told): string {
  const isConfirmed = card.confirmedAt !== null && card.status === 'booked' && sign !== 'answered'
  const isMarked = isConfirmed || card.isSaving || card.status !== 'booked'
  const isPlain = !isMarked && !card.overbooked && !isOnLeave
  // Where there is room for one icon, it is that of what waits for somebody.
  const isTold = sign && (lines > 1 || isPlain || (isUrgent(sign) && !isOnLeave && !card.isSaving))
  const marks = [
    `card hue-${card.hue} lines-${lines} ${card.status}`,
    card.session && sessionClass(card.session),
    isMarked && 'marked',
    isConfirmed && 'confirmed',
    card.overbooked && 'overbooked',
    isOnLeave && 'on-leave',
    isTold && `told told-${sign}`,
    isTold && !isRoomy && 'snug',
    card.bufferBeforeMinutes + card.bufferAfterMinutes > 0 && 'buffered',
    card.isSaving && 'saving',
  ]
  return marks.filter(Boolean).join(' ')
}

function styleOf(card: Card, top: number, height: number, lane: Lane, minuteHeight: number): string {
  const before = card.bufferBeforeMinutes * minuteHeight
  const after = card.bufferAfterMinutes * minuteHeight
  const rest = height - THREE_LINES_OF_TEXT
  const parts = [`top:${top - before}px;height:${height + before + after}px`]
  // A button sets what it holds in its middle: tall ones are filled up so that it stands at the top.
  if (height >= THREE_LINES) parts.push(`padding-bottom:${rest}px`)
  if (before > 0) parts.push(`border-top-width:${before}px;--before:${before}px`)
  if (after > 0) parts.push(`border-bottom-width:${after}px;--after:${after}px`)
  if (lane.lanes > 1) {
    const width = 100 / lane.lanes
    parts.push(`left:calc(${lane.lane * width}% + ${GAP_PIXELS}px);width:calc(${width}% - ${2 * GAP_PIXELS}px)`)
  }
  return parts.join(';')
}

// A therapist's column says the room, a room's the therapist.
function moreOf(card: Card, column: DayColumn, look: Look): string {
  if (card.session) return sessionMore(card, card.session, column.resource, look.resources)
  const other = column.resource.kind === 'therapist' ? card.roomId : card.therapistId
  const name = other === null ? undefined : look.resources.get(other)?.name
  return name ? `${card.typeName} · ${name}` : card.typeName
}

function labelOf(card: ShownCard, look: Look, told: { isOnLeave: boolean; signs: readonly MarkSign[] }): string {
  const room = card.roomId === null ? 'no room' : look.resources.get(card.roomId)?.name
  const [people, ...standing] = card.session
    ? sessionLabel(card, card.session, look.resources)
    : [look.resources.get(card.therapistId)?.name, statusWord(card.status)]
  const parts = [
    card.clientName,
    card.typeName,
    look.clock.range(intervalOf(card)),
    people,
    room,
    ...standing,
    card.confirmedAt !== null && card.mark.reply !== 'confirmed' && 'confirmed by the client',
    ...told.signs.map((sign) => spokenWords(sign, card.mark)),
    card.repeats && 'repeats',
    card.overbooked && 'overbooked',
    told.isOnLeave && 'on leave time',
    card.bufferBeforeMinutes > 0 && `${card.bufferBeforeMinutes} minutes kept free before`,
    card.bufferAfterMinutes > 0 && `${card.bufferAfterMinutes} minutes kept free after`,
    card.isSaving && 'saving',
  ]
  return parts.filter(Boolean).join(', ')
}
