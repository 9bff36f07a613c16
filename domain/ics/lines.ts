const MOST_OCTETS = 75
/** What needs neither folding by octets nor escaping, as nearly every line does. */
const PLAIN = /^[\x20-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/
const SEEN_ASCII = /^[\x20-\x7e]*$/

/** Lines of iCalendar as they are sent: folded, each with the CR LF that ends it. */
export function foldLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) text += `${foldLine(line)}\r\n`
  return text
}

/**
 * A line of at most 75 octets of UTF-8, continued on lines that begin with a space (RFC 5545, 3.1). No character is cut in
 * two: calendars that decode line by line would not read it again.
 */
export function foldLine(line: string): string {
  if (SEEN_ASCII.test(line)) return line.length <= MOST_OCTETS ? line : foldAscii(line)
  const folded: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const width = octetsOf(character)
    if (octets + width > MOST_OCTETS) {
      folded.push(current)
      current = ''
      // The space that begins the next line counts.
      octets = 1
    }
    current += character
    octets += width
  }
  return [...folded, current].join('\r\n ')
}

function foldAscii(line: string): string {
  let folded = line.slice(0, MOST_OCTETS)
  for (let at = MOST_OCTETS; at < line.length; at += MOST_OCTETS - 1)
    folded += `\r\n ${line.slice(at, at + MOST_OCTETS - 1)}`
  return folded
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0)!
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** The lines of a calendar, put together again where they were folded. */
export function unfoldLines(calendar: string): string[] {
  return calendar.replace(/\r\n[\t ]/g, '').split('\r\n')
}

/** Text as the value of a property: in one line, with nothing in it that could end the property or begin another. */
export function escapeText(text: string): string {
  if (PLAIN.test(text)) return text
  return readable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Without control characters: line ends of any kind become LF, tabs become spaces. */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
}
