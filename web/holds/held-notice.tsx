import './held-notice.css'
import type { JSX } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Hold } from '../calendar/store/book.ts'
import { HoldActions } from './hold-actions.tsx'
import { HoldLeft } from './hold-left.tsx'

interface HeldNoticeProps {
  readonly desk: Desk
  readonly hold: Hold
  /** What else can be done with it, before the rest. */
  readonly children?: JSX.Element
}

/** Nobody else can take the slot for now: there is time to ask the client. */
export function HeldNotice(props: HeldNoticeProps): JSX.Element {
  return (
    <section class="held-notice" aria-label="Held for you">
      <p>
        <b>{props.desk.sayPlace(props.hold)} is held for you.</b>
        <span>
          <HoldLeft desk={props.desk} hold={props.hold} />
        </span>
      </p>
      <div class="held-notice-acts">
        {props.children}
        <HoldActions desk={props.desk} hold={props.hold} />
      </div>
    </section>
  )
}
