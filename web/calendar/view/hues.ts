let sheet: CSSStyleSheet | undefined
const known = new Set<number>()

/**
 * Makes the rules of a hue, once: a colour computed by a variable on every card would be computed for every card. Text
 * on each of the tints is over 7:1.
 */
export function ensureHue(hue: number): void {
  if (known.has(hue)) return
  known.add(hue)
  sheet ??= adoptSheet()
  for (const rule of rulesOf(hue)) sheet.insertRule(rule, sheet.cssRules.length)
}

function adoptSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  document.adoptedStyleSheets.push(made)
  return made
}

function rulesOf(hue: number): string[] {
  const pair = (light: string, dark: string) => `light-dark(oklch(${light} ${hue}), oklch(${dark} ${hue}))`
  const tint = (light: string, dark: string) => `{ background-color: ${pair(light, dark)} }`
  const bar = pair('0.62 0.14', '0.7 0.125')
  return [
    `.hue-${hue} { color: ${pair('0.3 0.06', '0.93 0.025')}; box-shadow: inset 3px 0 ${bar} }`,
    `.hue-${hue} ${tint('0.955 0.028', '0.285 0.042')}`,
    `.hue-${hue}:hover ${tint('0.93 0.04', '0.33 0.055')}`,
    `.hue-${hue}.arrived ${tint('0.9 0.06', '0.37 0.07')}`,
    `.hue-${hue}.fulfilled ${tint('0.965 0.008', '0.25 0.015')}`,
    `.hue-${hue}.noshow ${tint('0.975 0.004', '0.23 0.006')}`,
  ]
}
