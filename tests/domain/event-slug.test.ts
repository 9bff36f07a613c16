import { describe, expect, it } from 'vitest'
import { freeSlug, isEventSlug, slugOfTitle } from '../../domain/event-slug.ts'

describe('the slug of a title', () => {
  it.each([
    ['Teen DBT Skills Group', 'teen-dbt-skills-group'],
    ['  Café  Ångström & Søn! ', 'cafe-angstrom-son'],
    ['Parents’ Workshop: Big Feelings', 'parents-workshop-big-feelings'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['日本語', 'event'],
    ['--- 100 % ---', '100'],
    ['a'.repeat(200), 'a'.repeat(80)],
  ])('%s is %s', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug)
    expect(isEventSlug(slug)).toBe(true)
  })

  it('takes the first number that is free where another event has it', () => {
    expect(freeSlug('group', new Set())).toBe('group')
    expect(freeSlug('group', new Set(['group', 'group-2', 'group-4']))).toBe('group-3')
    const long = 'a'.repeat(80)
    expect(freeSlug(long, new Set([long]))).toBe(`${'a'.repeat(78)}-2`)
  })

  it.each(['', '-a', 'a-', 'A', 'a b', 'a/b', 'ä', 'a'.repeat(81)])('%j is none', (text) => {
    expect(isEventSlug(text)).toBe(false)
  })
})
