import { expect, test } from 'vitest'
import { mayChangeAppointment, rightsOf, rightsOfScopes } from '../../domain/rights.ts'

test('an administrator may do everything', () => {
  expect([...rightsOf('admin')].sort()).toEqual([
    'edit_any_appointment',
    'edit_clients',
    'manage_members',
    'manage_settings',
    'override_rules',
    'read_audit',
    'read_calendar',
  ])
})

test('a receptionist runs the desk and does not see the log of who did what', () => {
  const rights = rightsOf('receptionist')
  expect(rights.has('override_rules')).toBe(true)
  for (const right of ['manage_settings', 'manage_members', 'read_audit'] as const)
    expect(rights.has(right)).toBe(false)
})

test('a program overrides nothing and manages nobody', () => {
  expect([...rightsOfScopes(['read'])]).toEqual(['read_calendar'])
  const rights = rightsOfScopes(['read', 'write'])
  for (const right of ['override_rules', 'manage_settings', 'manage_members', 'read_audit'] as const)
    expect(rights.has(right)).toBe(false)
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

test('a program changes appointments when it may write', () => {
  expect(mayChangeAppointment(rightsOfScopes(['write']), 'a')).toBe(true)
  expect(mayChangeAppointment(rightsOfScopes(['read']), 'a')).toBe(false)
})
