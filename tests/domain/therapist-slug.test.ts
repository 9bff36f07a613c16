import { expect, it } from 'vitest'
import { isSlugOf, therapistSlug } from '../../domain/slug.ts'

it('a therapist goes by her name, with a number where somebody else goes by it, and never by a word of the addresses', () => {
  expect(therapistSlug('Dr. Chen', new Set())).toBe('dr-chen')
  expect(therapistSlug('Dr. Chén', new Set(['dr-chen', 'dr-chen-2']))).toBe('dr-chen-3')
  expect(['Hold', 'Confirm', 'Any', 'Waitlist'].map((name) => therapistSlug(name, new Set()))).toEqual([
    'hold-2',
    'confirm-2',
    'any-2',
    'waitlist-2',
  ])
  expect(therapistSlug('陈', new Set())).toBe('therapist')
})

it('a therapist keeps the number while her name is the same', () => {
  expect(isSlugOf('dr-chen-2', 'Dr. Chen')).toBe(true)
  expect(isSlugOf('dr-chen-li', 'Dr. Chen')).toBe(false)
  expect(isSlugOf('dr-chen', 'Dr. Okafor')).toBe(false)
})
