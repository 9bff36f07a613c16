import { type JSX, Show } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

interface LostBarProps {
  readonly isLost: boolean
  readonly onRetry: () => void
}

/** The connection stands, but the server no longer tells of this day: what is shown may be old. */
export function LostBar(props: LostBarProps): JSX.Element {
  return (
    <Show when={props.isLost}>
      <Notice tone="warning">
        <p>This day is no longer live: what you see may be old.</p>
        <Button onClick={props.onRetry}>Read it again</Button>
      </Notice>
    </Show>
  )
}
