import { type Accessor, createMemo } from 'solid-js'

interface Identified {
  readonly id: string
}

/** A list read again, by id: what is drawn of an item stays, with its state, whatever else of the list is new. */
export function createById<Item extends Identified>(items: Accessor<readonly Item[]>) {
  const byId = createMemo(() => new Map(items().map((each) => [each.id, each])))
  return {
    ids: createMemo(() => items().map((each) => each.id)),
    of: (id: string) => byId().get(id),
  }
}
