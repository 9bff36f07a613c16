import { type Accessor, createSignal } from 'solid-js'
import type { Draft } from '../booking/draft.ts'
import type { Desk } from '../calendar/desk.ts'
import { usualEntries } from './create-finder.ts'
import type { FinderEntries } from './entries.ts'

/** Whether a slot is being looked for. What was asked last is asked again. */
export interface Finding {
  readonly first: Accessor<FinderEntries | undefined>
  /** With what is being booked already: its type and its client. */
  readonly begin: (desk: Desk, draft: Draft | undefined) => void
  readonly keep: (entries: FinderEntries) => void
  readonly close: () => void
}

export function createFinding(): Finding {
  const [first, setFirst] = createSignal<FinderEntries>()
  let last: Partial<FinderEntries> = {}
  return {
    first,
    begin(desk, draft) {
      if (first()) return
      const booking = draft ? { typeId: draft.typeId, client: draft.client } : {}
      const { from } = usualEntries(desk)
      setFirst({ ...usualEntries(desk), ...last, from, ...booking })
    },
    keep(entries) {
      last = entries
    },
    close: () => setFirst(undefined),
  }
}
