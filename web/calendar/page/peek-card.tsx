import './peek-card.css'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { StatusMark } from '../../appointments/status-mark.tsx'
import { SessionPeek } from '../../event-sessions/session-peek.tsx'
import { MarkBadges } from '../../messages/mark-badges.tsx'
import { HueMark } from '../../ui/hue-field.tsx'
import type { Viewer } from '../drag/judge.ts'
import type { Clock } from '../layout/clock.ts'
import type { Book, Card } from '../store/book.ts'
import { leaveUnder, sayLeave } from '../store/leave.ts'
import type { PeekControl } from './create-peek.ts'
import { placePeek } from './peek-place.ts'

interface PeekCardProps {
  readonly control: PeekControl
  readonly card: Card
  readonly anchor: HTMLElement
  readonly book: Book
  readonly clock: Clock
  readonly viewer: Viewer
  /** Where it may stand. */
  readonly bounds: () => DOMRect
  /** Why the appointment cannot be moved, if so. */
  readonly lock: string | undefined
}

/** The card in full, for whoever rests on it. It can be reached with the pointer and sent away with Escape. */
export function PeekCard(props: PeekCardProps): JSX.Element {
  const [place, setPlace] = createSignal<{ left: number; top: number }>()
  let element!: HTMLDivElement
  const stand = () => {
    const { width, height } = element.getBoundingClientRect()
    setPlace(placePeek(props.anchor.getBoundingClientRect(), { width, height }, props.bounds()))
  }
  createEffect(stand)
  // It grows when more of it is known.
  onMount(() => {
    const sizes = new ResizeObserver(stand)
    sizes.observe(element)
    onCleanup(() => sizes.disconnect())
  })
  const minutes = () => (props.card.endsAt - props.card.startsAt) / MINUTE
  const leave = () => leaveUnder(props.card, props.book.timeOffByResource)
  const nameOf = (id: string | null) => (id === null ? undefined : props.book.resources.get(id)?.name)
  return (
    <div
      ref={element}
      class="peek"
      role="tooltip"
      style={{
        left: `${place()?.left ?? 0}px`,
        top: `${place()?.top ?? 0}px`,
        visibility: place() ? 'visible' : 'hidden',
      }}
      onPointerEnter={props.control.keep}
      onPointerLeave={props.control.leave}
    >
      <p class="peek-name">{props.card.clientName}</p>
      <p class="peek-time">
        <time>
          {props.clock.time(props.card.startsAt)} – {props.clock.time(props.card.endsAt)}
        </time>{' '}
        · {minutes()} min
      </p>
      <p class="peek-type">
        <HueMark hue={props.card.hue} />
        {props.card.typeName}
      </p>
      <Show
        when={props.card.session}
        fallback={
          <>
            <p>{[nameOf(props.card.therapistId), nameOf(props.card.roomId) ?? 'No room'].join(' · ')}</p>
            <p class="peek-status">
              <StatusMark status={props.card.status} confirmed={props.card.confirmedAt !== null} />
              <MarkBadges card={props.card} />
            </p>
          </>
        }
      >
        {(session) => <SessionPeek card={props.card} session={session()} book={props.book} viewer={props.viewer} />}
      </Show>
      <Show when={leave()}>
        {(under) => (
          <p class="peek-leave">
            <TriangleAlert size={14} />
            On leave time. {sayLeave(under(), props.book.resources.get(under().resourceId))}
          </p>
        )}
      </Show>
      <Show when={props.card.notes}>
        <p class="peek-notes">{props.card.notes}</p>
      </Show>
      <Show when={props.lock}>
        <p class="peek-lock">{props.lock}</p>
      </Show>
    </div>
  )
}
