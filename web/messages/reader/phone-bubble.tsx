import './reader.css'
import { type JSX, Show } from 'solid-js'

interface PhoneBubbleProps {
  readonly from: string
  readonly text: string
  /** Beneath the bubble: how long it is. */
  readonly below?: JSX.Element
}

/** A text message as it stands on the reader's phone. */
export function PhoneBubble(props: PhoneBubbleProps): JSX.Element {
  return (
    <article class="phone" aria-label="The text message as its reader sees it">
      <p class="phone-from">{props.from}</p>
      <p class="phone-bubble">{props.text}</p>
      <Show when={props.below}>
        <div class="phone-below">{props.below}</div>
      </Show>
    </article>
  )
}
