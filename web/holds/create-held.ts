import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Holding } from '../booking/refusal-choices.tsx'
import type { Desk } from '../calendar/desk.ts'
import type { Hold, Place } from '../calendar/store/book.ts'

export interface Held {
  /** The alternative that was held here, as long as it is. */
  readonly hold: Accessor<Hold | undefined>
  readonly holding: Accessor<Holding>
  /** Whether it is held now. */
  readonly run: (place: Place) => Promise<boolean>
  readonly busy: Accessor<boolean>
  readonly problem: Accessor<string | undefined>
}

/** Holding one of the alternatives to a refused move, for an appointment of that type. */
export function createHeld(desk: Desk, typeId: () => string): Held {
  const [id, setId] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()

  async function run(place: Place): Promise<boolean> {
    if (busy()) return false
    setBusy(true)
    const outcome = await desk.holds.hold({ place, typeId: typeId() })
    setBusy(false)
    setProblem('problem' in outcome ? outcome.problem : undefined)
    if ('hold' in outcome) setId(outcome.hold.id)
    return 'hold' in outcome
  }

  return {
    hold: createMemo(() =>
      desk
        .shown()
        .book.truth()
        .holds.get(id() ?? ''),
    ),
    holding: () => ({ minutes: desk.clinic().staffHoldMinutes, sayPlace: desk.sayPlace, run: (at) => void run(at) }),
    run,
    busy,
    problem,
  }
}
