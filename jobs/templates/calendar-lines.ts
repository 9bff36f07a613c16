const MOST_OCTETS = 75

/**
 * What the package wrote, as strict readers want it: lines of at most 75 octets (it counts characters), words of the
 * standard without quotes, and nothing about how often a feed is to be asked for.
 */
export function mendCalendar(calendar: string): string {
  const lines = calendar.replace(/\r\n[\t ]/g, '').split('\r\n')
  return lines
    .filter((line) => !line.startsWith('X-PUBLISHED-TTL'))
    .map((line) => foldLine(line.startsWith('ATTENDEE;') ? unquoteWords(line) : line))
    .join('\r\n')
}

function unquoteWords(attendee: string): string {
  return attendee.replace(/;(ROLE|PARTSTAT)="([A-Z-]+)"/g, ';$1=$2')
}

/** No character is cut in two. */
function foldLine(line: string): string {
  const folded: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const width = Buffer.byteLength(character)
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
