import './hold-actions.css'
import Timer from 'lucide-solid/icons/timer'
import Undo2 from 'lucide-solid/icons/undo-2'
import { createSignal, type JSX, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Hold } from '../calendar/store/book.ts'
import { Button } from '../ui/button.tsx'
import { FieldProblem } from '../ui/field.tsx'
import type { HoldOutcome } from './create-holds.ts'

interface HoldActionsProps {
  readonly desk: Desk
  readonly hold: Hold
  readonly onReleased?: () => void
}

/** What its holder may do with a held slot besides booking it. */
export function HoldActions(props: HoldActionsProps): JSX.Element {
  const { holds, clinic } = props.desk
  const [busy, setBusy] = createSignal<'extend' | 'release'>()
  const [problem, setProblem] = createSignal<string>()

  async function run(kind: 'extend' | 'release', act: (hold: Hold) => Promise<HoldOutcome>): Promise<boolean> {
    if (busy()) return false
    setBusy(kind)
    const outcome = await act(props.hold)
    setBusy(undefined)
    setProblem('problem' in outcome ? outcome.problem : undefined)
    return 'hold' in outcome
  }
  const release = async () => {
    if (await run('release', holds.release)) props.onReleased?.()
  }
  return (
    <>
      <div class="hold-actions">
        <Show when={!props.hold.extended}>
          <Button icon={Timer} busy={busy() === 'extend'} onClick={() => void run('extend', holds.extend)}>
            {clinic().staffHoldMinutes} min more
          </Button>
        </Show>
        <Button icon={Undo2} busy={busy() === 'release'} onClick={() => void release()}>
          Release
        </Button>
      </div>
      <div role="alert">
        <FieldProblem text={problem()} />
      </div>
    </>
  )
}
