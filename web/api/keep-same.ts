/** What says the same stays the same, so that what is drawn of it stays, with its focus and whatever is open there. */
export function keepSame<Node>(before: readonly Node[] | undefined, fresh: readonly Node[]): readonly Node[] {
  const known = new Map(before?.map((each) => [JSON.stringify(each), each]))
  return fresh.map((each) => known.get(JSON.stringify(each)) ?? each)
}
