import './score-mark.css'
import { Popover } from '@kobalte/core/popover'
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { WaitlistScorePartsFragment } from '../generated/graphql.ts'

/** A score; what it is made of is shown to whoever points at it, reaches it by keys or taps it. */
export function ScoreMark(props: { readonly score: WaitlistScorePartsFragment; readonly of: string }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const enter = (event: PointerEvent) => event.pointerType === 'mouse' && setOpen(true)
  const leave = (event: PointerEvent) => event.pointerType === 'mouse' && setOpen(false)
  return (
    <Popover open={open()} onOpenChange={setOpen} placement="bottom-end" gutter={4}>
      <Popover.Trigger
        class="score"
        aria-label={`Score of ${props.of}: ${props.score.total}`}
        onPointerEnter={enter}
        onPointerLeave={leave}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {props.score.total}
        <Show when={props.score.overriddenBy}>
          <span class="score-set" aria-hidden="true">
            set
          </span>
        </Show>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          class="score-parts"
          aria-label={`What the score of ${props.of} is made of`}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <ScoreParts score={props.score} />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

/** Urgency, waiting time and who sent her; or who set it by hand, and why. */
export function ScoreParts(props: { readonly score: WaitlistScorePartsFragment }): JSX.Element {
  const byHand = () => props.score.overriddenBy
  return (
    <dl class="score-list">
      <Show when={byHand()}>
        <dt>
          Set by {byHand()}: {props.score.overrideReason}
        </dt>
        <dd>{props.score.total}</dd>
      </Show>
      <For each={props.score.parts}>
        {(part) => (
          <>
            <dt classList={{ void: Boolean(byHand()) }}>{part.why}</dt>
            <dd classList={{ void: Boolean(byHand()) }}>{part.points}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
