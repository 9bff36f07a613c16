import { SegmentedMessage } from 'sms-segments-calculator'

/** How long a text message is, as it is counted and paid. */
export interface TextSize {
  readonly characters: number
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly segments: number
}

/** The most a text of ours takes. */
export const MOST_SEGMENTS = 3
const MOST_CHARACTERS = MOST_SEGMENTS * 153

export function measureText(text: string): TextSize {
  if (PLAIN.test(text)) return { characters: text.length, encoding: 'GSM-7', segments: plainSegments(text.length) }
  const { segmentsCount, encodingName, numberOfCharacters } = new SegmentedMessage(text)
  return { characters: numberOfCharacters, encoding: encodingName, segments: segmentsCount }
}

/** Letters of the old alphabet that take one place each. The package needs two milliseconds for what is counted at once. */
const PLAIN = /^[@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/

/** More than one share their room with what puts them together again. */
function plainSegments(length: number): number {
  return length <= 160 ? 1 : Math.ceil(length / 153)
}

/** One such character makes a text cost twice, and says no more than what stands for it here. */
const PLAINER: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2022': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u200b': '',
  '\u00ad': '',
  '\ufeff': '',
}

const PLAINABLE = new RegExp(`[${Object.keys(PLAINER).join('')}]`, 'gu')

/** The text with typographer's quotes, dashes and spaces as a telephone's old alphabet has them; letters stay. */
export function plainer(text: string): string {
  return text.normalize('NFC').replace(PLAINABLE, (found) => PLAINER[found]!)
}

/** The mark of a letter that the old alphabet has only without it; Spanish has ñ, é and ü there, but neither á nor í. */
const MARKED = /[\u00c0-\u024f]/gu

function withoutMarks(text: string): string {
  return text.replace(MARKED, (letter) =>
    PLAIN.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, ''),
  )
}

/** The address at the end of a text: without it nobody could answer there. */
const LAST_ADDRESS = /\s(https?:\/\/\S+)$/u
/** Of a longer one a part would be left, which leads nowhere. */
const LONGEST_ADDRESS = 180

/** The text with its size; where it is too long with plainer letters, or else cut between words, but for an address at its end. */
export function cutToFit(text: string): TextSize & { readonly text: string } {
  const plain = fitting(text) ?? fitting(withoutMarks(text))
  if (plain) return plain
  const address = LAST_ADDRESS.exec(text)?.[1]
  if (address === undefined || address.length > LONGEST_ADDRESS) return cutBefore(text, '')
  return cutBefore(text.slice(0, -address.length - 1), ` ${address}`)
}

function fitting(text: string): (TextSize & { readonly text: string }) | undefined {
  if (text.length > MOST_CHARACTERS) return undefined
  const size = measureText(text)
  return size.segments <= MOST_SEGMENTS ? { ...size, text } : undefined
}

function cutBefore(text: string, end: string): TextSize & { readonly text: string } {
  const characters = [...text.slice(0, MOST_CHARACTERS + 1)]
  let [fits, tooMany] = [0, characters.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (measureText(cut(characters, middle) + end).segments <= MOST_SEGMENTS) fits = middle
    else tooMany = middle
  }
  const short = cut(characters, fits) + end
  return { ...measureText(short), text: short }
}

/** A word that would be cut is left out, but where it is the only one. */
function cut(characters: readonly string[], count: number): string {
  const kept = characters.slice(0, count).join('')
  return `${kept.replace(/\s+\S*$/u, '')}...`
}
