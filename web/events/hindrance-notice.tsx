import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Override } from '../booking/refusal.ts'
import { mayDo } from '../session/session.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Hindrance } from './save-event.ts'

interface HindranceNoticeProps {
  readonly hindrance: Hindrance
  /** `Create`, or `Save`. */
  readonly verb: string
  readonly onSkip: () => void
  readonly onOverride: (override: Override) => void
  readonly onTake: (startsAt: string) => void
}

/** Which sessions cannot take place and why, and what can be done about it. */
export function HindranceNotice(props: HindranceNoticeProps): JSX.Element {
  const count = () => props.hindrance.clashes.length
  const isAll = () => count() === props.hindrance.total
  return (
    <Notice tone="warning">
      <p>
        <b>{summaryOf(props.hindrance)}</b> Nothing was written.
      </p>
      <ul class="event-hindrances" tabindex={0} aria-label="Sessions in the way">
        <For each={props.hindrance.clashes}>
          {(clash) => (
            <li>
              <span class="figures">{whenInWords(clash.startsAt)}</span>: {clash.why}
            </li>
          )}
        </For>
      </ul>
      <Show when={props.hindrance.alternatives.length > 0}>
        <p>Free instead:</p>
        <div class="form-choices">
          <For each={props.hindrance.alternatives}>
            {(slot) => <Button onClick={() => props.onTake(slot.startsAt)}>{whenInWords(slot.startsAt)}</Button>}
          </For>
        </div>
      </Show>
      <Show when={!isAll()}>
        <div class="form-choices">
          <Button onClick={props.onSkip}>
            {props.verb} without {count() === 1 ? 'that one' : `those ${count()}`}
          </Button>
        </div>
      </Show>
      <Show when={mayDo('OVERRIDE_RULES') && props.hindrance.override('')}>
        <OverrideChoice {...props} />
      </Show>
    </Notice>
  )
}

/** Rules that the desk may set aside, once it says why. */
function OverrideChoice(props: HindranceNoticeProps): JSX.Element {
  const [reason, setReason] = createSignal('')
  const [isMissing, setMissing] = createSignal(false)
  function run(): void {
    const override = props.hindrance.override(reason().trim())
    setMissing(reason().trim() === '')
    if (override && reason().trim() !== '') props.onOverride(override)
  }
  return (
    <div class="event-override">
      <TextField
        label="Or why it takes place all the same"
        value={reason()}
        problem={isMissing() ? 'Write why: it is kept with the event.' : undefined}
        onInput={setReason}
      />
      <div>
        <Button onClick={run}>{props.verb} anyway</Button>
      </div>
    </div>
  )
}

function summaryOf({ clashes, total }: Hindrance): string {
  if (total === 1) return 'It cannot take place then.'
  if (clashes.length === total) return `None of the ${total} sessions can take place.`
  return `${clashes.length} of ${total} sessions cannot take place.`
}

function whenInWords(startsAt: string): string {
  return `${dayInWords(startsAt)}, ${clockInWords(startsAt)}`
}
