import { expect, test } from 'vitest'
import { appointmentsAheadProblem, checkFields, given, lastAdminProblem } from '../../domain/record.ts'
import { sortedHours, weeklyHoursProblem } from '../../domain/weekly-hours.ts'

test('a field that was not given stays undefined, and null stays null where none is allowed', () => {
  const fields = checkFields()
  expect(fields.line('name', undefined, 10)).toBeUndefined()
  expect(fields.lineOrNull('title', undefined, 10)).toBeUndefined()
  expect(fields.lineOrNull('title', null, 10)).toBeNull()
  expect(fields.lineOrNull('title', '  ', 10)).toBeNull()
  expect(fields.problems).toEqual([])
})

test('a problem names the field as people say it', () => {
  const fields = checkFields()
  fields.number('bufferAfterMinutes', 121, 0, 120)
  expect(fields.problems[0]?.message).toBe('Buffer after minutes must be a whole number from 0 to 120.')
})

test('only what was given replaces', () => {
  expect(given({ a: 1, b: undefined, c: null })).toEqual({ a: 1, c: null })
})

test.each([
  [0, undefined],
  [1, 'Oak still has 1 appointment ahead. Move or cancel it first.'],
  [3, 'Oak still has 3 appointments ahead. Move or cancel them first.'],
])('%i appointments ahead', (count, message) => {
  expect(appointmentsAheadProblem('Oak', count)?.message).toBe(message)
})

test.each([
  [1, true, false, 'LAST_ADMIN'],
  [2, true, false, undefined],
  [1, true, true, undefined],
  [1, false, false, undefined],
])('of %i administrators, one who was (%s) and stays (%s): %s', (admins, wasAdmin, staysAdmin, code) => {
  expect(lastAdminProblem('Ada', admins, { wasAdmin, staysAdmin })?.code).toBe(code)
})

test('hours are kept by weekday and time, midnight as the end of its day', () => {
  const hours = [
    { weekday: 2, startTime: '13:00:00.000', endTime: '00:00' },
    { weekday: 1, startTime: '09:00', endTime: '17:00:00' },
  ]
  expect(weeklyHoursProblem(hours)).toBeUndefined()
  expect(sortedHours(hours)).toMatchObject([
    { weekday: 1, startTime: '09:00', endTime: '17:00' },
    { weekday: 2, startTime: '13:00', endTime: '24:00' },
  ])
})
