import { expect, test } from 'vitest'
import { chooseOffers } from '../../domain/offers.ts'
import { formatDate, formatTime } from '../../domain/zone.ts'

const ZONE = 'America/New_York'
const MINUTE = 60_000

const slot = (start: string) => ({
  start: Date.parse(start),
  end: Date.parse(start) + 50 * MINUTE,
  therapistId: 'chen',
})
/** Every half hour from 9:00 to 16:30 in New York, before the clocks change on Sunday 8 March 2026 and after. */
const day = (date: string, offset: string) =>
  Array.from({ length: 16 }, (_, half) => {
    const hour = String(9 + Math.floor(half / 2)).padStart(2, '0')
    return slot(`${date}T${hour}:${half % 2 ? '30' : '00'}:00${offset}`)
  })
const WEEK = [
  ...['02', '03', '04', '05', '06'].flatMap((date) => day(`2026-03-${date}`, '-05:00')),
  ...['09', '10'].flatMap((date) => day(`2026-03-${date}`, '-04:00')),
]

function offered(instead: string, count: number, slots = WEEK): string[] {
  const chosen = chooseOffers(slots, Date.parse(instead), ZONE, count)
  return chosen.map(({ start }) => `${formatDate(start, ZONE)} ${formatTime(start, ZONE)}`.replaceAll('\u202f', ' '))
}

test('offers the time of day on the days nearest to it, soonest first', () => {
  expect(offered('2026-03-04T10:00:00-05:00', 3)).toEqual([
    'Tue, Mar 3 10:00 AM',
    'Wed, Mar 4 10:00 AM',
    'Thu, Mar 5 10:00 AM',
  ])
})

test('keeps the time of day across the change of the clocks', () => {
  expect(offered('2026-03-09T14:00:00-04:00', 3)).toEqual([
    'Fri, Mar 6 2:00 PM',
    'Mon, Mar 9 2:00 PM',
    'Tue, Mar 10 2:00 PM',
  ])
})

test('offers a second on a day only when there are no more days, and none that touches the first', () => {
  const monday = day('2026-03-02', '-05:00')
  expect(offered('2026-03-02T12:00:00-05:00', 3, monday)).toEqual([
    'Mon, Mar 2 10:00 AM',
    'Mon, Mar 2 12:00 PM',
    'Mon, Mar 2 2:00 PM',
  ])
})

test('offers as many as there are, and none where there is none', () => {
  expect(offered('2026-03-02T12:00:00-05:00', 3, [slot('2026-03-02T10:00:00-05:00')])).toHaveLength(1)
  expect(offered('2026-03-02T12:00:00-05:00', 3, [])).toEqual([])
})
