import { describe, expect, it } from 'vitest'
import { type Admitting, decideRegistration } from '../../domain/registration.ts'

const NOW = Date.parse('2026-03-02T13:00:00Z')
const HOUR = 3_600_000

const group: Admitting = {
  ...{ title: 'Sleep class', publishStatus: 'published', status: 'scheduled', capacity: 8, placesTaken: 3 },
  event: { publishStatus: 'published', admission: 'registration', registersFor: 'session', isOpen: true },
  ...{ startsAt: NOW + HOUR, endsAt: NOW + 2 * HOUR, isAwaited: false },
}
const visitor = { places: 1, byStaff: false }
const desk = { places: 1, byStaff: true }

function answer(change: Partial<Admitting>, request = visitor): string {
  const decision = decideRegistration(request, { ...group, ...change }, NOW)
  return decision.kind === 'refused' ? decision.problem.code : decision.kind
}

describe('a registration', () => {
  const closed = { event: { ...group.event, isOpen: false } }
  const begun = { startsAt: NOW - HOUR }
  it.each<[string, string, Partial<Admitting>, typeof visitor]>([
    ['takes a place that is left', 'registered', {}, visitor],
    ['takes the last place', 'registered', { placesTaken: 7 }, visitor],
    ['takes a place where there is no limit', 'registered', { capacity: null, placesTaken: 900 }, visitor],
    ['joins the line when all places are taken', 'waitlisted', { placesTaken: 8 }, visitor],
    ['joins the line when not all of its places are left', 'waitlisted', { placesTaken: 7 }, { ...visitor, places: 2 }],
    ['does not pass those who wait', 'waitlisted', { placesTaken: 7, isAwaited: true }, visitor],
    ['is refused for more places than there are in all', 'NO_PLACE_LEFT', {}, { ...visitor, places: 9 }],
    ['is refused for a draft', 'NOT_PUBLISHED', { publishStatus: 'draft' }, visitor],
    [
      'is refused for a session of a draft',
      'NOT_PUBLISHED',
      { event: { ...group.event, publishStatus: 'draft' } },
      desk,
    ],
    ['is refused for what one enrols in', 'BY_ENROLMENT', { event: { ...group.event, admission: 'enrolment' } }, desk],
    ['is refused for what is cancelled', 'SESSION_CANCELLED', { status: 'cancelled' }, desk],
    ['is refused for what has begun', 'IN_THE_PAST', begun, visitor],
    ['is taken by the desk from who comes late', 'registered', begun, desk],
    ['is refused for what is over', 'IN_THE_PAST', { startsAt: NOW - 2 * HOUR, endsAt: NOW }, desk],
    ['is refused where registration is closed', 'REGISTRATION_CLOSED', closed, visitor],
    ['is taken by the desk where registration is closed', 'registered', closed, desk],
  ])('%s', (_, expected, change, request) => {
    expect(answer(change, request)).toBe(expected)
  })
})
