import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import { type FinderEntries, inputOf, problemOf } from '../../../web/finder/entries.ts'
import { apart, byDay, foundSlot } from '../../../web/finder/found-slot.ts'

const zone = 'America/New_York'
const monday = instantOf('2026-03-02', '08:00', zone)
const entries: FinderEntries = {
  typeId: 'therapy',
  therapistIds: [],
  features: [],
  weekdays: [],
  part: 'any',
  earliest: '',
  latest: '',
  from: '2026-03-02',
  days: '7',
  client: undefined,
}

function asked(change: Partial<FinderEntries>) {
  return inputOf({ ...entries, ...change }, monday, zone)
}

describe('what is asked of the server', () => {
  it('is a week from now on, with anybody, on the days of the clinic’s calendar over a clock change', () => {
    expect(asked({})).toEqual({
      typeId: 'therapy',
      from: '2026-03-02T13:00:00.000Z',
      to: '2026-03-09T04:00:00.000Z',
      first: 100,
    })
    expect(asked({ from: '2026-03-04' })?.from).toBe('2026-03-04T05:00:00.000Z')
  })

  it('is no longer than may be asked for, over a day of 25 hours too', () => {
    const { from, to } = asked({ from: '2026-10-01', days: '62' })!
    expect(Date.parse(to) - Date.parse(from)).toBe(62 * 24 * 60 * 60_000)
  })

  it('names only what was chosen', () => {
    const client = { id: 'maya', name: 'Maya', phone: null, email: null }
    const chosen = asked({ therapistIds: ['chen'], features: ['quiet'], weekdays: [2], part: 'afternoon', client })
    expect(chosen).toMatchObject({
      therapistIds: ['chen'],
      roomFeatures: ['quiet'],
      weekdays: [2],
      earliestTime: '12:00',
      clientId: 'maya',
    })
    expect(asked({ part: 'morning' })).toMatchObject({ latestTime: '12:00' })
    expect(asked({ part: 'between', earliest: '15:00' })).toMatchObject({ earliestTime: '15:00' })
    expect(asked({ part: 'between', earliest: '15:00' })).not.toHaveProperty('latestTime')
  })

  it('is nothing while a day is half-written or leaves no time', () => {
    expect(asked({ from: '0002-03-02' })).toBeUndefined()
    expect(asked({ from: '' })).toBeUndefined()
    expect(asked({ typeId: '' })).toBeUndefined()
    expect(asked({ from: '2026-02-20' })).toBeUndefined()
    expect(asked({ part: 'between', earliest: '15:00', latest: '14:00' })).toBeUndefined()
  })

  it('and says why', () => {
    const why = (change: Partial<FinderEntries>) => problemOf({ ...entries, ...change }, monday, zone)
    expect(why({})).toBeUndefined()
    expect(why({ typeId: '' })).toMatch('offers nothing yet')
    expect(why({ from: '' })).toMatch('Choose a day')
    expect(why({ from: '2026-02-20' })).toMatch('not past')
    expect(why({ part: 'between', earliest: '15:00', latest: '14:00' })).toMatch('later')
  })
})

it('groups what was found by the days of the clinic, not of the browser', () => {
  const slotAt = (startsAt: string) =>
    foundSlot({ startsAt, endsAt: startsAt, therapist: { id: 'chen', name: 'Dr. Chen' }, room: null })
  const days = byDay(['2026-03-02T14:00:00Z', '2026-03-03T02:00:00Z', '2026-03-03T14:00:00Z'].map(slotAt), zone)
  expect(days.map((day) => [day.date, day.slots.length])).toEqual([
    ['2026-03-02', 2],
    ['2026-03-03', 1],
  ])
})

it('tells one slot after another with each therapist, not every start that would do', () => {
  const slotAt = (time: string, therapist: string) => {
    const start = instantOf('2026-03-03', time, zone)
    const [startsAt, endsAt] = [start, start + 50 * 60_000].map((each) => new Date(each).toISOString())
    return foundSlot({
      startsAt: startsAt!,
      endsAt: endsAt!,
      therapist: { id: therapist, name: therapist },
      room: null,
    })
  }
  const found = ['09:00', '09:15', '09:30', '09:45', '10:00'].flatMap((time) => [
    slotAt(time, 'chen'),
    slotAt(time, 'okafor'),
  ])
  const told = apart(found).map(({ place, therapist }) => [
    new Date(place.startsAt).toISOString().slice(11, 16),
    therapist,
  ])
  expect(told).toEqual([
    ['14:00', 'chen'],
    ['14:00', 'okafor'],
    ['15:00', 'chen'],
    ['15:00', 'okafor'],
  ])
})
