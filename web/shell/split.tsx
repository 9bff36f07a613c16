import './split.css'
import type { JSX } from 'solid-js'

/** A page that scrolls and, when there is one, a panel beside it (see ui/panel.tsx). */
export function Split(props: { readonly panel?: JSX.Element; readonly children: JSX.Element }): JSX.Element {
  return (
    <div class="split">
      <div class="split-page">{props.children}</div>
      {props.panel}
    </div>
  )
}
