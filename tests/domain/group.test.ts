import { describe, expect, it } from 'vitest'
import { type AttendanceStatus, chargeOf } from '../../domain/attendance.ts'
import { askingProblem, type GroupMemberStatus, groupStepProblem, placesOfStep } from '../../domain/group.ts'

describe('a member of a group', () => {
  it.each<[GroupMemberStatus, GroupMemberStatus, 'screening' | 'hand', boolean]>([
    ['screening', 'active', 'screening', true],
    ['screening', 'declined', 'screening', true],
    ['screening', 'active', 'hand', false],
    ['screening', 'exited', 'hand', true],
    ['active', 'on_hold', 'hand', true],
    ['active', 'active', 'screening', false],
    ['on_hold', 'active', 'hand', true],
    ['on_hold', 'exited', 'hand', true],
    ['active', 'screening', 'hand', false],
    ['declined', 'active', 'screening', false],
    ['exited', 'active', 'hand', false],
  ])('goes from %s to %s by %s: %s', (from, to, by, may) => {
    expect(groupStepProblem('Maya', from, to, by) === undefined).toBe(may)
  })

  it.each<[GroupMemberStatus, GroupMemberStatus, number]>([
    ['screening', 'active', 1],
    ['screening', 'declined', 0],
    ['active', 'on_hold', 0],
    ['on_hold', 'exited', -1],
    ['screening', 'exited', 0],
  ])('going from %s to %s takes %i places', (from, to, places) => {
    expect(placesOfStep(from, to)).toBe(places)
  })
})

describe('asking to join', () => {
  const group = { title: 'Skills', admission: 'enrolment', publishStatus: 'draft', isOpen: true } as const
  it.each([
    ['is possible in an open group, published or not', {}, undefined],
    ['is not where one registers', { admission: 'registration' as const }, 'INVALID'],
    ['is not in a closed group', { isOpen: false }, 'REGISTRATION_CLOSED'],
    ['is not in one that has ended', { publishStatus: 'archived' as const }, 'TERMINAL_STATUS'],
  ])('%s', (_, change, code) => {
    expect(askingProblem({ ...group, ...change })?.code).toBe(code)
  })
})

describe('what a session costs', () => {
  it.each<[AttendanceStatus, number | null, number, number]>([
    ['present', 4000, 1, 4000],
    ['late', 4000, 2, 8000],
    ['absent', 4000, 1, 0],
    ['excused', 4000, 1, 0],
    ['present', null, 1, 0],
  ])('is for who is %s at %s cents and %i places: %i', (status, price, places, cents) => {
    expect(chargeOf(status, price, places)).toBe(cents)
  })
})
