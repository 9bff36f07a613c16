import { expect, test } from 'vitest'
import {
  mayChangeAppointment,
  mayChangeEvent,
  mayRequestTimeOff,
  maySendMessages,
  mayWithdrawTimeOff,
  rightsOf,
  rightsOfScopes,
} from '../../domain/rights.ts'

test('an administrator may do everything', () => {
  expect([...rightsOf('admin')].sort()).toEqual([
    'decide_time_off',
    'edit_any_appointment',
    'edit_clients',
    'edit_events',
    'edit_feeds',
    'edit_messages',
    'manage_members',
    'manage_settings',
    'override_rules',
    'read_audit',
    'read_calendar',
    'read_rosters',
    'see_jobs',
    'send_messages',
  ])
})

test('a receptionist runs the desk and does not see the log of who did what', () => {
  const rights = rightsOf('receptionist')
  expect(rights.has('override_rules')).toBe(true)
  for (const right of ['manage_settings', 'manage_members', 'read_audit', 'edit_messages', 'see_jobs'] as const)
    expect(rights.has(right)).toBe(false)
})

test('a program overrides nothing and manages nobody', () => {
  expect([...rightsOfScopes(['read'])]).toEqual(['read_calendar', 'read_rosters'])
  const rights = rightsOfScopes(['read', 'write'])
  for (const right of ['override_rules', 'manage_settings', 'read_audit', 'edit_messages', 'see_jobs'] as const)
    expect(rights.has(right)).toBe(false)
})

test('a program writes to clients when it may change what is booked', () => {
  expect(maySendMessages(rightsOfScopes(['write']), 'a')).toBe(true)
  expect(maySendMessages(rightsOfScopes(['read']), 'a')).toBe(false)
})

test.each([
  ['admin', undefined, 'a', true],
  ['receptionist', undefined, 'a', true],
  ['therapist', 'a', 'a', true],
  ['therapist', 'a', 'b', false],
  ['therapist', undefined, 'a', false],
] as const)('a %s whose calendar is %s changes appointments of therapist %s: %s', (role, own, therapistId, may) => {
  expect(mayChangeAppointment(rightsOf(role), therapistId, own)).toBe(may)
})

test.each([
  ['admin', undefined, 'a', true],
  ['receptionist', undefined, 'a', true],
  ['therapist', 'a', 'a', true],
  ['therapist', 'a', 'b', false],
] as const)(
  'a %s whose calendar is %s writes about appointments of therapist %s: %s',
  (role, own, therapistId, may) => {
    expect(maySendMessages(rightsOf(role), therapistId, own)).toBe(may)
  },
)

test('a program changes appointments when it may write', () => {
  expect(mayChangeAppointment(rightsOfScopes(['write']), 'a')).toBe(true)
  expect(mayChangeAppointment(rightsOfScopes(['read']), 'a')).toBe(false)
})

test.each([
  ['admin', undefined, 'a', true],
  ['receptionist', undefined, 'a', true],
  ['therapist', 'a', 'a', true],
  ['therapist', 'a', 'b', false],
  ['therapist', undefined, 'a', false],
] as const)('a %s whose calendar is %s asks for time off for %s: %s', (role, own, resourceId, may) => {
  expect(mayRequestTimeOff(rightsOf(role), resourceId, own)).toBe(may)
})

test.each([
  ['receptionist', 'a', 'approved', true],
  ['receptionist', 'a', 'requested', true],
  ['therapist', 'a', 'requested', true],
  ['therapist', 'a', 'approved', false],
  ['therapist', 'b', 'requested', false],
] as const)(
  'a %s, whose calendar is a, takes back the time off of %s that is %s: %s',
  (role, resourceId, status, may) => {
    expect(mayWithdrawTimeOff(rightsOf(role), { resourceId, status }, 'a')).toBe(may)
  },
)

test('a program that may write decides about time off; one that only reads does not even ask', () => {
  expect(rightsOfScopes(['write']).has('decide_time_off')).toBe(true)
  expect(mayRequestTimeOff(rightsOfScopes(['read']), 'a')).toBe(false)
})

test.each([
  ['admin', undefined, ['a'], true],
  ['receptionist', undefined, [], true],
  ['therapist', 'a', ['b', 'a'], true],
  ['therapist', 'a', ['b'], false],
  ['therapist', undefined, ['a'], false],
] as const)('a %s whose calendar is %s changes an event run by %s: %s', (role, own, facilitatorIds, may) => {
  expect(mayChangeEvent(rightsOf(role), facilitatorIds, own)).toBe(may)
})
