export interface Place {
  readonly id: string
  readonly name: string
  readonly active: boolean
}

/** The locations to choose from, and the one that is chosen even where it is archived; empty for none of them. */
export function placeOptions(places: readonly Place[], chosen: string, none: string) {
  const offered = places.filter((each) => each.active || each.id === chosen)
  return [{ value: '', label: none }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]
}
