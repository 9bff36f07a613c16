import { describe, expect, it } from 'vitest'
import { readTag, tagChoices } from '../../../web/ui/tags.ts'

describe('a tag', () => {
  it.each([
    ['  EMDR ', 'emdr'],
    ['Play   Therapy', 'play therapy'],
    ['   ', ''],
  ])('typed as %j is kept as %j', (typed, kept) => {
    expect(readTag(typed)).toBe(kept)
  })
})

describe('the choices', () => {
  const known = ['quiet', 'wheelchair', 'quiet']
  it.each<[string, string[], string[]]>([
    ['', [], ['quiet', 'wheelchair']],
    ['', ['quiet'], ['wheelchair']],
    ['Chair', [], ['wheelchair', 'chair']],
    ['QUIET', [], ['quiet']],
    ['quiet', ['quiet'], []],
    ['sink', [], ['sink']],
  ])('for %j beside %j are %j', (typed, chosen, choices) => {
    expect(tagChoices(typed, known, chosen)).toEqual(choices)
  })
})
