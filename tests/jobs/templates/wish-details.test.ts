import { expect, test } from 'vitest'
import { languageOf } from '../../../jobs/templates/languages.ts'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { wishDetails } from '../../../jobs/templates/wish-details.ts'
import { FACTS } from './facts.ts'

const WISH = {
  type: { name: 'Couples\nsession' },
  therapist: { name: 'Dr. Chen' },
  days: [1, 7],
  parts: ['morning', 'evening'],
  untilOn: '2027-01-31',
} as const

const linesOf = (wish: Parameters<typeof wishDetails>[0], language: string) =>
  wishDetails(wish, languageOf(language)).map(({ label, text }) => `${label}: ${text}`)

test('a mail tells whoever asked to wait what she asked for, and nothing that is all the same to her', () => {
  expect(linesOf(WISH, 'en')).toEqual([
    'For: Couples session',
    'With: Dr. Chen',
    'Days: Monday, Sunday',
    'Time of day: Morning, evening',
    'At the latest: Sunday, January 31, 2027',
  ])
  expect(linesOf(WISH, 'es').slice(2)).toEqual([
    'Días: Lunes y domingo',
    'Parte del día: Mañana y noche',
    'A más tardar: Domingo, 31 de enero de 2027',
  ])
  const any = { ...WISH, therapist: null, days: null, parts: null, untilOn: null }
  expect(linesOf(any, 'en')).toEqual(['For: Couples session'])
  const all = { ...any, days: [1, 2, 3, 4, 5, 6, 7], parts: ['morning', 'afternoon', 'evening'] } as const
  expect(linesOf(all, 'en')).toEqual(['For: Couples session'])
})

test('and says until when it can be confirmed, and where', () => {
  const facts = { ...FACTS, appointment: null, wish: WISH, until: Date.UTC(2026, 2, 3, 15, 30) }
  const { html = '', subject, text } = renderMessage('waitlist_proof', 'email', 'en', facts)
  expect(subject).toBe('One more step to our waitlist')
  expect(text).toContain('Confirm it below by Tue, Mar 3 at 10:30 AM, and you are on our waitlist.')
  expect(html.match(/href="[^"]*"/g)).toEqual([`href="${FACTS.manageUrl}"`])
})
