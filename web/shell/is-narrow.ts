/** Whether a panel takes the place of the page, as split.css has it. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 860px)').matches
}
