export const columnCount = 24
export const cardCount = 600
export const firstMinute = 7 * 60
export const lastMinute = 20 * 60
export const columnWidth = 120
export const hourHeight = 60
export const dayText = '2027-03-03'

export interface Card {
  id: string
  column: number
  startMinute: number
  endMinute: number
  client: string
  type: string
  hue: number
  version: number
}

export interface Day {
  columns: { id: string; name: string }[]
  cards: Card[]
}

const family = ['Alvarez', 'Brandt', 'Chen', 'Diallo', 'Eriksen', 'Fontaine', 'Gupta', 'Haddad', 'Ivanov', 'Jansen']
const given = ['Ana', 'Ben', 'Chloe', 'Dan', 'Eva', 'Finn', 'Gita', 'Hugo', 'Iris', 'Jon', 'Kim', 'Leo']
const types = [
  { name: 'Acceptance visit', hue: 250 },
  { name: 'Therapy', hue: 160 },
  { name: 'Follow-up', hue: 30 },
  { name: 'Couples', hue: 320 },
]

/** 25 appointments a column, one each half hour from 07:00, 20 to 30 minutes long; one in twenty runs into the next. */
export function makeDay(): Day {
  const columns = Array.from({ length: columnCount }, (_, at) => ({ id: `column-${at}`, name: `Therapist ${at + 1}` }))
  const cards = Array.from({ length: cardCount }, (_, at) => makeCard(at))
  return { columns, cards }
}

function makeCard(at: number): Card {
  const type = types[(at * 7) % types.length]!
  const startMinute = firstMinute + Math.floor(at / columnCount) * 30
  const length = at % 20 === 19 ? 45 : [20, 25, 30][at % 3]!
  const client = `${given[at % given.length]} ${family[(at * 3) % family.length]} ${String(at).padStart(3, '0')}`
  const place = { column: at % columnCount, startMinute, endMinute: Math.min(startMinute + length, lastMinute) }
  return { id: `card-${at}`, ...place, client, type: type.name, hue: type.hue, version: 1 }
}

/** The card moved to another column and half hour, near enough to stay on the first screen when it was there. */
export function movedCard(card: Card, round: number): Card {
  const length = card.endMinute - card.startMinute
  const startMinute = firstMinute + ((card.startMinute - firstMinute + 60 + 15 * (round % 3)) % 600)
  const column = (card.column + (card.column % 2 === 0 ? 1 : -1)) % columnCount
  return { ...card, column, startMinute, endMinute: startMinute + length, version: card.version + round }
}

export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export function localText(minute: number): string {
  return `${dayText}T${clockText(minute)}:00`
}
