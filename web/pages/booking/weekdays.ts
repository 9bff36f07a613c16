/** ISO 8601's numbers of a week's days, from the one that it begins with. */
export function weekdaysFrom(first: number): readonly number[] {
  return Array.from({ length: 7 }, (_, at) => ((first - 1 + at) % 7) + 1)
}
