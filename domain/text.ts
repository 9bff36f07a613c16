/** What is wrong with a text somebody typed; undefined when it may be kept. */
export function textProblem(text: string, maxLength: number): string | undefined {
  if (text.includes('\0')) return 'must not contain a NUL character'
  if (/[\p{Cc}--\s]/v.test(text)) return 'must not contain control characters'
  if (!text.isWellFormed()) return 'must be well-formed Unicode'
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return 'must not contain characters that turn the direction of text'
  if (text.length > maxLength || text.normalize('NFC').length > maxLength)
    return `must have at most ${maxLength} characters`
  return undefined
}

/** One line of text, as kept: composed, trimmed, runs of white space and line ends folded to one space. */
export function oneLine(text: string): string {
  return seen(text.normalize('NFC').replace(/\s+/gu, ' ').trim())
}

/** Several lines of text, as kept: composed, trimmed, line ends as LF. */
export function manyLines(text: string): string {
  return seen(text.normalize('NFC').replace(/\r\n?/gu, '\n').trim())
}

/** The text, or nothing when nobody could see any of it. */
function seen(text: string): string {
  return /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : ''
}
