/** Why the text is no e-mail address at first sight; undefined when it may be one. */
export function emailProblem(text: string): string | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()) ? undefined : 'Write an e-mail address, like ana@example.com.'
}
