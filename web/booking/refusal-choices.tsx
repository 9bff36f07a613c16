import './refusal-choices.css'
import Timer from 'lucide-solid/icons/timer'
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Alternative, Problem } from '../calendar/store/moves.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface Holding {
  readonly minutes: number
  readonly sayPlace: (alternative: Alternative) => string
  readonly run: (alternative: Alternative) => void
}

interface RefusalChoicesProps {
  readonly problems: readonly Problem[]
  readonly alternatives: readonly Alternative[]
  /** What a button for the alternative says: what it does. */
  readonly label: (alternative: Alternative) => string
  readonly onTake: (alternative: Alternative) => void
  /** Keeps it for some minutes, to ask the client first; left out where nothing can be held. */
  readonly holding?: Holding
  /** What the button says that sets the rules aside; left out where the viewer may not. */
  readonly override?: { readonly label: string; readonly run: (reason: string) => void }
  readonly busy?: boolean
}

/** After a refusal: what could be instead, one press each, and the way past a rule that may be set aside. */
export function RefusalChoices(props: RefusalChoicesProps): JSX.Element {
  const isSoft = () => props.problems.length > 0 && props.problems.every((each) => each.overridable)
  return (
    <div class="refusal-choices">
      <Show when={props.alternatives.length > 0}>
        <ul class="refusal-alternatives" aria-label="Instead">
          <For each={props.alternatives}>
            {(alternative) => (
              <li>
                <Button busy={props.busy} onClick={() => props.onTake(alternative)}>
                  {props.label(alternative)}
                </Button>
                <Show when={props.holding}>
                  {(holding) => <HoldButton holding={holding()} alternative={alternative} busy={props.busy ?? false} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={isSoft() && props.override}>
        {(override) => <OverrideForm label={override().label} run={override().run} busy={props.busy ?? false} />}
      </Show>
    </div>
  )
}

interface HoldButtonProps {
  readonly holding: Holding
  readonly alternative: Alternative
  readonly busy: boolean
}

function HoldButton(props: HoldButtonProps): JSX.Element {
  const words = () => `Hold ${props.holding.minutes} min`
  return (
    <Button
      kind="quiet"
      icon={Timer}
      class="refusal-hold"
      busy={props.busy}
      aria-label={`${words()}: ${props.holding.sayPlace(props.alternative)}`}
      onClick={() => props.holding.run(props.alternative)}
    >
      {words()}
    </Button>
  )
}

interface OverrideFormProps {
  readonly label: string
  readonly run: (reason: string) => void
  readonly busy: boolean
}

function OverrideForm(props: OverrideFormProps): JSX.Element {
  const [asks, setAsks] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const run = () => {
    if (reason().trim()) props.run(reason().trim())
    else setProblem('Say why: it is kept with the appointment.')
  }
  // Inside another form, which Enter must not send.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    run()
  }
  return (
    <Show
      when={asks()}
      fallback={
        <Button kind="quiet" onClick={() => setAsks(true)}>
          {props.label}…
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field presses the button beside it */}
      <div class="refusal-override" onKeyDown={onKeyDown}>
        <TextField
          label="Reason"
          autofocus
          required
          value={reason()}
          problem={problem()}
          placeholder="Kept with the appointment"
          onInput={(text) => {
            setReason(text)
            setProblem(undefined)
          }}
        />
        <Button kind="danger" busy={props.busy} onClick={run}>
          {props.label}
        </Button>
      </div>
    </Show>
  )
}
