import { expect, test } from 'vitest'
import { isSlug, slugOf } from '../../domain/slug.ts'

test.each([
  ['Harborside Therapy', 'harborside-therapy'],
  ['  Praxis Søndergård & Co.  ', 'praxis-sondergard-co'],
  ['Straße Łódź 12', 'strasse-lodz-12'],
  ['心理', 'clinic'],
  ['', 'clinic'],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('the clinic “%s” stands in web addresses as %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
  expect(isSlug(slug)).toBe(true)
})

test.each(['', '-a', 'a-', 'A', 'a b', 'ä', 'a/b', 'a'.repeat(65)])('“%s” cannot stand in a web address', (text) => {
  expect(isSlug(text)).toBe(false)
})
