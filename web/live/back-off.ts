const FIRST_MS = 500
const LONGEST_MS = 15_000

/** How long to wait before the attempt (0 is the first). Half of it is chance, so that a clinic's desks do not all return at once. */
export function waitBefore(attempt: number, chance: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
  return ceiling / 2 + (ceiling / 2) * chance
}
