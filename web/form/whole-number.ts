/** Why the text cannot be sent as a whole number; undefined when it can. */
export function wholeNumberProblem(text: string): string | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? undefined : 'Write a whole number, like 50.'
}
