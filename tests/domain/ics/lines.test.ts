import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, foldLine, foldLines, unfoldLines } from '../../../domain/ics/lines.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 400 })

describe('a line', () => {
  test.each([
    ['of 75 octets stays one', 'x'.repeat(75), ['x'.repeat(75)]],
    ['of 76 goes on on the next', 'x'.repeat(76), ['x'.repeat(75), ' x']],
    ['of letters of two octets is not cut within one', `x${'é'.repeat(38)}`, [`x${'é'.repeat(37)}`, ' é']],
    ['of letters of three octets', '診'.repeat(26), ['診'.repeat(25), ' 診']],
    ['of letters of four octets', '😀'.repeat(19), ['😀'.repeat(18), ' 😀']],
  ])('%s', (_, line, folded) => {
    expect(foldLine(line).split('\r\n')).toEqual(folded)
  })

  test('of any text is at most 75 octets long, well-formed, and the same when put together again', () => {
    fc.assert(
      fc.property(fc.array(anyText.map((text) => `X:${escapeText(text)}`)), (lines) => {
        const folded = foldLines(lines)
        for (const line of folded.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        expect(unfoldLines(folded)).toEqual([...lines, ''])
      }),
      { numRuns: 500 },
    )
  })
})

describe('text', () => {
  test.each([
    ['a; b, c\\n', 'a\\; b\\, c\\\\n'],
    ['one\r\ntwo\rthree\nfour\u2028five\u0085six', 'one\\ntwo\\nthree\\nfour\\nfive\\nsix'],
    ['bell\u0007, tab\tand nul\0', 'bell\\, tab and nul'],
    ['half a \ud83d smile', 'half a \ufffd smile'],
    ['X\r\nATTENDEE:mailto:eve@example.com', 'X\\nATTENDEE:mailto:eve@example.com'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('becomes one property: %j', (text, value) => {
    expect(escapeText(text)).toBe(value)
  })

  test('of any kind has no control character once escaped', () => {
    fc.assert(fc.property(anyText, (text) => !/\p{Cc}/u.test(escapeText(text))))
  })
})
