import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { pageStyle } from '../../api/pages/page-style.ts'
import { contrastOf, hexOf } from '../../domain/colour.ts'

describe('a colour of OKLCH', () => {
  it.each([
    [1, 0, 0, '#ffffff'],
    [0, 0, 0, '#000000'],
    [0.628, 0.2577, 29.23, '#ff0000'],
    [0.452, 0.3132, 264.05, '#0000ff'],
    // Screens have no such green: it is paler.
    [0.46, 0.3, 145, '#016b19'],
  ])('%s %s %s is %s', (lightness, chroma, hue, hex) => {
    const near = (at: number) => Math.abs(partOf(hexOf(lightness, chroma, hue), at) - partOf(hex, at))
    for (const at of [1, 3, 5]) expect(near(at)).toBeLessThanOrEqual(2)
  })

  it('is read on another as WCAG has it', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

const partOf = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)

/** The colours that a style sheet names, each for light and for dark. */
function tokensOf(css: string, hue: number, scheme: 0 | 1): ReadonlyMap<string, string> {
  const found = css.matchAll(/--([\w-]+): light-dark\((oklch\([^;]*?\)), (oklch\([^;]*?\))\);/g)
  return new Map(
    [...found].map(([, name = '', light = '', dark = '']) => {
      const [lightness = 0, chroma = 0, angle = 0] = [light, dark]
        [scheme]!.replace(/var\(--hue\)/, String(hue))
        .replace(/oklch\((.*)\)/, '$1')
        .split(' ')
        .map(Number)
      return [name, hexOf(lightness, chroma, angle)]
    }),
  )
}

const eventPages = readFileSync(new URL('../../web/pages/styles/frame.css', import.meta.url), 'utf8')
const AA = 4.5

/** The text and what it stands on. */
const read = (grounds: readonly string[], texts: readonly string[]) =>
  grounds.flatMap((ground) => texts.map((text) => [text, ground] as const))

describe.each([
  [
    'pages of events',
    eventPages,
    [
      ...read(['back', 'surface'], ['text', 'quiet', 'accent', 'danger']),
      ...read(['tint'], ['text', 'accent']),
      ...[['danger', 'danger-tint'] as const, ['warning', 'warning-tint'] as const, ['back', 'accent'] as const],
    ],
  ],
  [
    'pages behind the links of messages',
    pageStyle,
    [
      ...read(['back', 'surface'], ['text', 'quiet', 'accent', 'danger']),
      ...read(['tint', 'warning-tint', 'success-tint'], ['text', 'quiet']),
    ],
  ],
])('the %s of a clinic', (_, css, pairs) => {
  test.each([0, 1] as const)('are read well whatever its colour, in light (0) and dark (1): %s', (scheme) => {
    for (let hue = 0; hue < 360; hue++) {
      const colours = tokensOf(css, hue, scheme)
      for (const [text, ground] of pairs)
        expect(contrastOf(colours.get(text)!, colours.get(ground)!), `${text} on ${ground}, ${hue}`).toBeGreaterThan(AA)
      const fill = colours.get('fill')
      if (fill) expect(contrastOf('#ffffff', fill), `a button, ${hue}`).toBeGreaterThan(AA)
    }
  })
})
