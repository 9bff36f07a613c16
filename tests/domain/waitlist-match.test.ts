import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayParts, referralSources, urgencies } from '../../domain/waitlist-entry.ts'
import {
  candidatesFor,
  type MatchOptions,
  misfits,
  type OpenPlace,
  rankFitting,
  type Waiting,
} from '../../domain/waitlist-match.ts'
import { scoreOf } from '../../domain/waitlist-score.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Monday 2 March 2026, 08:00 in New York; the clocks go forward on the Sunday after. */
const NOW = Date.parse('2026-03-02T13:00:00Z')
const zone = 'America/New_York'
const options: MatchOptions = { zone, now: NOW, offersADay: 3 }

const usual: Waiting = {
  ...{
    id: 'a',
    clientId: 'maya',
    status: 'waiting',
    minutes: 50,
    requiredSkills: [],
    roomNeeds: null,
    givesUpAt: null,
    reachable: true,
  },
  ...{ offeredToday: 0, therapistIds: null, skill: null, days: null, parts: null, fromOn: null, untilOn: null },
  ...{ noticeMinutes: 0, urgency: 'routine', referralSource: null, createdAt: NOW - 3 * DAY, scoreOverride: null },
}

/** Thursday 5 March, 14:00. */
const THURSDAY = Date.parse('2026-03-05T19:00:00Z')
const place: OpenPlace = {
  ...{ start: THURSDAY, end: THURSDAY + 50 * MINUTE, busyClientIds: new Set(), offeredEntryIds: new Set() },
  ...{ therapist: { id: 'chen', name: 'Dr. Chen', skills: ['emdr'] }, room: null },
}

const oak = { name: 'Oak', features: ['couch'], capacity: 2 }

describe('whether a place fits somebody who waits', () => {
  it.each<[string, Partial<Waiting>, Partial<OpenPlace>, RegExp | undefined]>([
    ['anything suits', {}, {}, undefined],
    ['it is too short', { minutes: 60 }, {}, /too short: 60 minutes are needed/],
    ['it is longer than needed', { minutes: 30 }, {}, undefined],
    ['with somebody else', { therapistIds: ['okafor'] }, {}, /Does not wait for Dr. Chen/],
    ['with one of those named', { therapistIds: ['okafor', 'chen'] }, {}, undefined],
    ['with somebody who can do it', { skill: 'emdr' }, {}, undefined],
    ['with nobody who can do it', { skill: 'play therapy' }, {}, /does not have the skill play therapy/],
    ['with somebody who is not qualified', { requiredSkills: ['couples'] }, {}, /not qualified/],
    ['in any room', { roomNeeds: { requiredFeatures: ['piano'], minCapacity: 9 } }, {}, undefined],
    ['in a room that suits', { roomNeeds: { requiredFeatures: ['couch'], minCapacity: 2 } }, { room: oak }, undefined],
    ['in whatever room, where none is needed', {}, { room: oak }, undefined],
    ['without what she needs', { roomNeeds: { requiredFeatures: ['piano'], minCapacity: 1 } }, { room: oak }, /Oak/],
    [
      'in too small a room',
      { roomNeeds: { requiredFeatures: [], minCapacity: 3 } },
      { room: oak },
      /Oak does not suit/,
    ],
    ['on its day', { days: [2, 4] }, {}, undefined],
    ['on another day', { days: [1, 2, 3, 5] }, {}, /Not on a day/],
    ['in its part of the day', { parts: ['afternoon'] }, {}, undefined],
    ['in another part', { parts: ['morning', 'evening'] }, {}, /not come in the afternoon/],
    ['from its date on', { fromOn: '2026-03-05' }, {}, undefined],
    ['from a later date on', { fromOn: '2026-03-06' }, {}, /from 2026-03-06 on/],
    ['until its date', { untilOn: '2026-03-05' }, {}, undefined],
    ['until an earlier date', { untilOn: '2026-03-04' }, {}, /until 2026-03-04/],
    ['with just enough notice', { noticeMinutes: 78 * 60 }, {}, undefined],
    ['with too short a notice', { noticeMinutes: 78 * 60 + 1 }, {}, /more notice/],
    ['sooner than what she has', { givesUpAt: THURSDAY + 1 }, {}, undefined],
    ['no sooner than what she has', { givesUpAt: THURSDAY }, {}, /no sooner/],
    ['while she is elsewhere', {}, { busyClientIds: new Set(['maya']) }, /something else then/],
    ['that she was offered', {}, { offeredEntryIds: new Set(['a']) }, /was offered before/],
    ['after enough offers', { offeredToday: 3 }, {}, /enough today/],
    ['where she cannot be written to', { reachable: false }, {}, /Neither a text nor/],
    ['while another is offered', { status: 'offered' }, {}, /just now/],
    ['once she has left', { status: 'left' }, {}, /No longer on the waitlist/],
  ])('%s', (_, entry, where, why) => {
    const reasons = misfits({ ...usual, ...entry }, { ...place, ...where }, options)
    if (why) expect(reasons.join(' ')).toMatch(why)
    else expect(reasons).toEqual([])
  })

  it.each([
    ['the evening before the clocks go forward', '2026-03-07T23:30:00Z', 6, 'evening'],
    ['the morning on which they did', '2026-03-08T14:00:00Z', 7, 'morning'],
    ['noon on that day', '2026-03-08T16:00:00Z', 7, 'afternoon'],
  ] as const)('goes by the clock on the wall: %s', (_, start, day, part) => {
    const at = Date.parse(start)
    const there = { ...place, start: at, end: at + 50 * MINUTE }
    expect(misfits({ ...usual, days: [day], parts: [part] }, there, options)).toEqual([])
  })
})

it('says why it fits, and of those whom it does not fit why not, the fitting ones first', () => {
  const entries = [
    { ...usual, id: 'no', days: [1], urgency: 'emergency' as const },
    { ...usual, id: 'yes', days: [4], parts: ['afternoon' as const] },
  ]
  const told = candidatesFor(entries, place, options, 10).map(({ entry, fits, reasons }) => [entry.id, fits, reasons])
  expect(told).toEqual([
    ['yes', true, ['Thursday suits.', 'The afternoon suits.']],
    ['no', false, ['Not on a day that suits.']],
  ])
})

it('a score is its parts, unless somebody has set it', () => {
  const entry = {
    ...usual,
    urgency: 'urgent' as const,
    referralSource: 'physician' as const,
    createdAt: NOW - 12.5 * DAY,
  }
  const { parts, total } = scoreOf(entry, NOW)
  expect(parts.map(({ name, points }) => [name, points])).toEqual([
    ['urgency', 45],
    ['waiting', 12],
    ['referral', 10],
  ])
  expect(total).toBe(67)
  expect(scoreOf({ ...entry, scoreOverride: 500 }, NOW)).toEqual({ parts, total: 500 })
  expect(scoreOf({ ...entry, createdAt: NOW - 400 * DAY }, NOW).total).toBe(115)
})

const subset = <T>(all: readonly T[]) => fc.option(fc.subarray([...all], { minLength: 1 }), { nil: null, freq: 1 })
const dateIn = (min: number, max: number) =>
  fc.option(
    fc.integer({ min, max }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
    { nil: null, freq: 1 },
  )

const randomEntry = fc.record({
  clientId: fc.constantFrom('maya', 'leo', 'zoe'),
  status: fc.constantFrom('waiting', 'waiting', 'waiting', 'offered', 'left') as fc.Arbitrary<Waiting['status']>,
  minutes: fc.constantFrom(30, 50, 50, 60),
  roomNeeds: fc.constantFrom(
    null,
    { requiredFeatures: [], minCapacity: 1 },
    { requiredFeatures: ['piano'], minCapacity: 1 },
  ),
  requiredSkills: fc.constantFrom([], [], [], ['emdr'], ['emdr', 'couples']),
  givesUpAt: fc.option(
    fc.integer({ min: 0, max: 26 * 24 * 4 }).map((step) => NOW + step * 15 * MINUTE),
    { nil: null },
  ),
  reachable: fc.constantFrom(true, true, true, false),
  offeredToday: fc.constantFrom(0, 0, 1, 2, 3, 4),
  therapistIds: subset(['chen', 'okafor', 'silva']),
  skill: fc.constantFrom(null, null, null, 'emdr', 'couples'),
  days: subset([1, 2, 3, 4, 5, 6, 7]),
  parts: subset(dayParts),
  fromOn: dateIn(1, 16),
  untilOn: dateIn(12, 28),
  noticeMinutes: fc.constantFrom(0, 0, 60, 1440, 10_080),
  urgency: fc.constantFrom(...urgencies),
  referralSource: fc.option(fc.constantFrom(...referralSources), { nil: null }),
  createdAt: fc.integer({ min: 0, max: 90 * 24 }).map((hours) => NOW - hours * 60 * MINUTE),
  scoreOverride: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null, freq: 9 }),
})

const randomPlace = fc
  .record({
    step: fc.integer({ min: 1, max: 26 * 24 * 4 }),
    minutes: fc.constantFrom(25, 50, 60, 90),
    id: fc.constantFrom('chen', 'okafor', 'silva'),
    skills: fc.subarray(['emdr', 'couples']),
    room: fc.constantFrom(null, null, oak),
    busy: fc.constantFrom([], ['maya'], ['leo', 'zoe']),
    offered: fc.subarray(['0', '1', '2', '3']),
  })
  .map(({ busy, id, minutes, offered, room, skills, step }): OpenPlace => {
    const start = NOW + step * 15 * MINUTE
    const therapist = { id, name: id, skills }
    return {
      ...{ start, end: start + minutes * MINUTE, therapist, room },
      ...{ busyClientIds: new Set(busy), offeredEntryIds: new Set(offered) },
    }
  })

/** The slow and obvious way: one entry after the other, each condition spelled out, the best taken out again and again. */
function obviously(entries: readonly Waiting[], at: OpenPlace): string[] {
  const clock = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit' },
    hourCycle: 'h23',
  })
  const shown = Object.fromEntries(clock.formatToParts(at.start).map(({ type, value }) => [type, value]))
  const date = `${shown.year}-${shown.month}-${shown.day}`
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(shown.weekday!.slice(0, 3)) + 1
  const hour = Number(shown.hour)
  const part = hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'
  const left: Waiting[] = []
  for (const entry of entries) {
    if (entry.status !== 'waiting') continue
    if (entry.minutes * MINUTE > at.end - at.start) continue
    if (entry.therapistIds && !entry.therapistIds.includes(at.therapist.id)) continue
    if (entry.skill && !at.therapist.skills.includes(entry.skill)) continue
    if (entry.requiredSkills.some((skill) => !at.therapist.skills.includes(skill))) continue
    if (at.room && entry.roomNeeds?.requiredFeatures.includes('piano')) continue
    if (entry.days && !entry.days.includes(day)) continue
    if (entry.parts && !entry.parts.includes(part)) continue
    if (entry.fromOn && date < entry.fromOn) continue
    if (entry.untilOn && date > entry.untilOn) continue
    if (NOW + entry.noticeMinutes * MINUTE > at.start) continue
    if (entry.givesUpAt !== null && entry.givesUpAt <= at.start) continue
    if (at.busyClientIds.has(entry.clientId) || at.offeredEntryIds.has(entry.id)) continue
    if (entry.offeredToday >= 3 || !entry.reachable) continue
    left.push(entry)
  }
  const points = (entry: Waiting) => {
    if (entry.scoreOverride !== null) return entry.scoreOverride
    let sum = { routine: 0, soon: 20, urgent: 45, emergency: 100 }[entry.urgency]
    for (let days = 1; days <= 60; days++) if (entry.createdAt + days * DAY <= NOW) sum++
    if (entry.referralSource === 'hospital') sum += 15
    if (entry.referralSource === 'physician') sum += 10
    if (entry.referralSource === 'school' || entry.referralSource === 'insurer') sum += 5
    return sum
  }
  const order: string[] = []
  while (left.length > 0) {
    let best = left[0]!
    for (const each of left) {
      if (points(each) < points(best)) continue
      if (points(each) > points(best) || each.createdAt < best.createdAt) best = each
      else if (each.createdAt === best.createdAt && each.id < best.id) best = each
    }
    order.push(best.id)
    left.splice(left.indexOf(best), 1)
  }
  return order
}

it('ranks random waitlists as the slow, obvious way does', () => {
  let fitted = 0
  fc.assert(
    fc.property(fc.array(randomEntry, { minLength: 10, maxLength: 40 }), randomPlace, (made, at) => {
      const entries: Waiting[] = made.map((each, index) => ({ ...each, id: String(index) }))
      const ranked = rankFitting(entries, at, options).map((each) => each.id)
      expect(ranked).toEqual(obviously(entries, at))
      const told = candidatesFor(entries, at, options, entries.length)
      expect(told.filter((each) => each.fits).map((each) => each.entry.id)).toEqual(ranked)
      for (const { entry, fits } of told) expect(misfits(entry, at, options).length === 0).toBe(fits)
      fitted += ranked.length
    }),
    { numRuns: 400 },
  )
  expect(fitted).toBeGreaterThan(100)
})
