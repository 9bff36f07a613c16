import './notice.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'

type Tone = 'info' | 'warning' | 'danger'

const icons = { info: Info, warning: TriangleAlert, danger: CircleAlert }

/** A remark inside a form or a page that stays until its cause is gone. */
export function Notice(props: { readonly tone: Tone; readonly children: JSX.Element }): JSX.Element {
  return (
    <div class={`notice ${props.tone}`}>
      <Dynamic component={icons[props.tone]} size={16} />
      <div>{props.children}</div>
    </div>
  )
}
