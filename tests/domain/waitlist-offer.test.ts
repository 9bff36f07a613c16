import { describe, expect, it } from 'vitest'
import { freedByChange, type Taking } from '../../domain/freed-time.ts'
import {
  checkWaitlistPolicy,
  isStillOffered,
  offerEnd,
  offerHours,
  offerMinutes,
  defaultWaitlistPolicy as policy,
  whenToOffer,
} from '../../domain/waitlist-offer.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Monday 2 March 2026, 08:00 in New York. */
const NOW = Date.parse('2026-03-02T13:00:00Z')
const zone = 'America/New_York'
const reminders = { leaveFrom: '08:00', leaveUntil: '20:00', weekends: false }

it.each([
  ['a month before', 30 * 24, 240],
  ['two days before', 48, 240],
  ['a day before', 24, 132],
  ['six hours before', 6, 24],
  ['three hours before', 3, 15],
  ['just as late as it may be', 2, 15],
])('the time to answer shrinks as the slot nears: %s', (_, hours, minutes) => {
  expect(offerMinutes(NOW + hours * HOUR, NOW, policy)).toBe(minutes)
})

it('an offer is over when the slot begins, however long there would be', () => {
  const close = { ...policy, notWithinMinutes: 0, shortestMinutes: 60 }
  expect(offerEnd(NOW + 20 * MINUTE, NOW, close)).toBe(NOW + 20 * MINUTE)
})

describe('when a slot is offered', () => {
  const thursday = Date.parse('2026-03-05T19:00:00Z')
  it.each([
    ['in the hours at once', '2026-03-02T15:00:00Z', thursday, '2026-03-02T15:00:00.000Z'],
    ['at night in the morning', '2026-03-03T04:00:00Z', thursday, '2026-03-03T13:00:00.000Z'],
    ['before the hours when they begin', '2026-03-03T12:59:00Z', thursday, '2026-03-03T13:00:00.000Z'],
    ['not so shortly before it', '2026-03-05T17:00:01Z', thursday, undefined],
    ['just as late as it may be', '2026-03-05T17:00:00Z', thursday, '2026-03-05T17:00:00.000Z'],
    ['not at all where the night is too long', '2026-03-03T04:00:00Z', Date.parse('2026-03-03T14:00:00Z'), undefined],
    ['after the weekend', '2026-03-07T15:00:00Z', Date.parse('2026-03-09T19:00:00Z'), '2026-03-09T12:00:00.000Z'],
  ])('%s', (_, at, startsAt, expected) => {
    const found = whenToOffer(startsAt, Date.parse(at), policy, offerHours(policy, reminders), zone)
    expect(found === undefined ? undefined : new Date(found).toISOString()).toBe(expected)
  })

  it('in hours of its own where the clinic has some', () => {
    const own = offerHours({ ...policy, leaveFrom: '06:00', leaveUntil: '22:00' }, reminders)
    expect(own).toEqual({ leaveFrom: '06:00', leaveUntil: '22:00', weekends: false })
    expect(offerHours(policy, reminders)).toBe(reminders)
  })
})

it('an offer is told of while it is open, and its end before the slot begins', () => {
  const offer = { status: 'open' as const, expiresAt: NOW + HOUR, startsAt: NOW + 5 * HOUR }
  expect(isStillOffered('waitlist_offer', offer, NOW)).toBe(true)
  expect(isStillOffered('waitlist_offer', offer, offer.expiresAt)).toBe(false)
  expect(isStillOffered('waitlist_offer', { ...offer, status: 'withdrawn' }, NOW)).toBe(false)
  expect(isStillOffered('waitlist_gone', offer, NOW)).toBe(false)
  expect(isStillOffered('waitlist_gone', { ...offer, status: 'withdrawn' }, NOW)).toBe(true)
  expect(isStillOffered('waitlist_gone', { ...offer, status: 'withdrawn' }, offer.startsAt)).toBe(false)
})

it.each([
  ['nobody at once', { together: 0 }, 'together'],
  ['too many at once', { together: 6 }, 'together'],
  ['no time to answer', { shortestMinutes: 1 }, 'shortestMinutes'],
  ['less at most than at least', { shortestMinutes: 60, longestMinutes: 30 }, 'shortestMinutes'],
  ['half a limit', { offersADay: 1.5 }, 'offersADay'],
  ['one end of the hours', { leaveFrom: '09:00' }, 'leaveUntil'],
  ['hours that end before they begin', { leaveFrom: '09:00', leaveUntil: '08:00' }, 'leaveUntil'],
])('refuses a policy with %s', (_, change, field) => {
  expect(checkWaitlistPolicy({ ...policy, ...change }).map((each) => each.path?.at(-1))).toContain(field)
})

it('takes the policy that every clinic begins with', () => {
  expect(checkWaitlistPolicy(policy)).toEqual([])
})

describe('the time that a change frees', () => {
  const START = NOW + 24 * HOUR
  const before: Taking = {
    ...{ status: 'booked', therapistId: 'chen', roomId: null },
    ...{ startsAt: START, endsAt: START + 50 * MINUTE },
  }
  const minutes = (after: Partial<Taking>, now = NOW) =>
    freedByChange(before, { ...before, ...after }, now).map(({ cause, end, start }) => [
      ...[cause, (start - START) / MINUTE, (end - START) / MINUTE],
    ])
  const moved = (by: number) => ({ startsAt: START + by * MINUTE, endsAt: START + (by + 50) * MINUTE })

  it('is all of what is cancelled, missed or moved away', () => {
    expect(minutes({ status: 'cancelled' })).toEqual([['cancelled', 0, 50]])
    expect(minutes({ status: 'noshow' })).toEqual([['noshow', 0, 50]])
    expect(minutes({ status: 'entered_in_error' })).toEqual([['cancelled', 0, 50]])
    expect(minutes(moved(120))).toEqual([['moved', 0, 50]])
    expect(minutes({ therapistId: 'okafor' })).toEqual([['moved', 0, 50]])
  })

  it('is what is left of one that moves a little, where somebody could be seen in it', () => {
    expect(minutes(moved(30))).toEqual([['moved', 0, 30]])
    expect(minutes(moved(-15))).toEqual([['moved', 35, 50]])
    expect(minutes(moved(10))).toEqual([])
  })

  it('is nothing when nothing leaves its place, when it took none, or when it has begun', () => {
    expect(minutes({ status: 'arrived' })).toEqual([])
    expect(freedByChange({ ...before, status: 'cancelled' }, before, NOW)).toEqual([])
    expect(minutes({ status: 'noshow' }, START)).toEqual([])
  })
})
