import './top-bar.css'
import { type JSX, Show } from 'solid-js'

interface TopBarProps {
  /** The page's heading. The calendar leaves it out and brings its own. */
  readonly title?: string
  readonly children?: JSX.Element
}

/** The strip on top of a page: its name at the start, what acts on the whole page at the end. */
export function TopBar(props: TopBarProps): JSX.Element {
  return (
    <header class="top-bar">
      <Show when={props.title}>
        <h1 class="top-bar-title">{props.title}</h1>
      </Show>
      {props.children}
    </header>
  )
}

/** Pushes what follows to the end of the top bar. */
export function TopBarGap(): JSX.Element {
  return <span class="top-bar-gap" />
}
