import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { cutToFit, measureText, plainer } from '../../../jobs/templates/text-message.ts'
import { FACTS } from './facts.ts'

describe('a text message', () => {
  test.each([
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['a'.repeat(459), 'GSM-7', 3],
    ['a'.repeat(460), 'GSM-7', 4],
    ['é'.repeat(160), 'GSM-7', 1],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['á'.repeat(70), 'UCS-2', 1],
    ['á'.repeat(71), 'UCS-2', 2],
    ['á'.repeat(201), 'UCS-2', 3],
    ['á'.repeat(202), 'UCS-2', 4],
    ['😀'.repeat(35), 'UCS-2', 1],
    ['😀'.repeat(36), 'UCS-2', 2],
  ] as const)('is counted as it is paid (%#)', (text, encoding, segments) => {
    expect(measureText(text)).toMatchObject({ encoding, segments })
  })

  test('of plain letters is counted as the package counts it', () => {
    const letters = [...`@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./059:;<=>?¡AZÄÖÑÜ§¿azäöñüà`]
    const plain = fc.array(fc.constantFrom(...letters), { maxLength: 500 }).map((each) => each.join(''))
    fc.assert(
      fc.property(plain, (text) => {
        const { numberOfCharacters, encodingName, segmentsCount } = new SegmentedMessage(text)
        const counted = { characters: numberOfCharacters, encoding: encodingName, segments: segmentsCount }
        expect(measureText(text)).toEqual(counted)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['“See you” – it’s at 2:30\u202fPM…', '"See you" - it\'s at 2:30 PM...'],
    ['Dr.\u00a0Chen\u200b', 'Dr. Chen'],
    ['cafe\u0301', 'café'],
    ['¿Mañana? Sí, señor', '¿Mañana? Sí, señor'],
    ['Łódź 診療所 😀', 'Łódź 診療所 😀'],
  ])('has the quotes and dashes of old telephones, and every letter: %s', (text, plain) => {
    expect(plainer(text)).toBe(plain)
  })

  test('takes three segments and no more, however long the names in it', () => {
    const name = 'The Wellness and Recovery Centre of Greater Northern Harbor and Associates '.repeat(5)
    const clinic = { ...FACTS.clinic, name }
    const { text, segments } = renderMessage('day_before', 'sms', 'en', { ...FACTS, clinic })
    expect(segments).toBe(3)
    expect(text.endsWith('...')).toBe(true)
    expect(name.startsWith(text.slice(0, 300))).toBe(true)
  })

  test('keeps the link and what to answer, on a Saturday in Spanish and by the clocks of another zone too', () => {
    const until = Date.parse('2026-11-29T03:57:00Z')
    const client = { ...FACTS.client!, zone: 'America/Denver' }
    const startsAt = Date.parse('2026-12-02T15:00:00Z')
    const appointment = { ...FACTS.appointment!, startsAt, endsAt: startsAt + 3_000_000 }
    const manageUrl = `https://book.example/o/${'x'.repeat(43)}`
    const facts = { ...FACTS, client, appointment, until, manageUrl }
    const { text, segments } = renderMessage('waitlist_offer', 'sms', 'es', facts)
    expect(text).toContain('Se la guardamos hasta el sab 28 de nov')
    expect(text).toContain('Responda SI para tomarla en lugar de su cita del ')
    expect(text.endsWith(`, NO para dejarla. ${manageUrl}`)).toBe(true)
    expect(segments).toBeLessThanOrEqual(3)
  })

  test('is cut before the address at its end, which is whole or not there', () => {
    const address = 'https://book.example/o/V2AhcOW1KxzgvV2XM8jpVU0ythpbKvC6QAXo-6R-GZg'
    expect(cutToFit(`${'word '.repeat(200)}${address}`)).toMatchObject({ segments: 3 })
    expect(cutToFit(`${'word '.repeat(200)}${address}`).text).toMatch(/^(word )+word\.\.\. https:.*GZg$/)
    expect(cutToFit(`${'word '.repeat(20)}${address}${'x'.repeat(900)}`).text).toMatch(/word\.\.\.$/)
  })

  test('is cut between words, and even where it has only one', () => {
    expect(cutToFit('word '.repeat(200)).text).toMatch(/^(word )+word\.\.\.$/)
    expect(cutToFit('w'.repeat(2000))).toMatchObject({ segments: 3, text: `${'w'.repeat(456)}...` })
    expect(cutToFit('😀'.repeat(999)).text).toBe(`${'😀'.repeat(98)}...`)
  })
})
