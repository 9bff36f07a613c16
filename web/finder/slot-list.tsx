import Timer from 'lucide-solid/icons/timer'
import { For, type JSX, Show } from 'solid-js'
import { localDateOf } from '../../domain/zone.ts'
import type { Desk } from '../calendar/desk.ts'
import { shortDate } from '../calendar/page/date-words.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/button.tsx'
import { byDay, type FoundSlot } from './found-slot.ts'

export interface SlotActions {
  readonly desk: Desk
  readonly onTake: (slot: FoundSlot) => void
  readonly onHold: (slot: FoundSlot) => void
}

interface SlotListProps extends SlotActions {
  readonly slots: readonly FoundSlot[]
}

/** What is free, by the day; arrows go from one to the next, Enter takes it. */
export function SlotList(props: SlotListProps): JSX.Element {
  let list!: HTMLDivElement
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside act; the arrows go between them
    <div class="finder-days" ref={list} onKeyDown={(event) => stepByKey(event, list)}>
      <For each={byDay(props.slots, props.desk.zone)}>
        {(day, index) => (
          <section aria-label={shortDate(day.date)}>
            <h3>{shortDate(day.date)}</h3>
            <ul>
              <For each={day.slots}>
                {(slot, place) => <SlotRow {...props} slot={slot} isFirst={index() === 0 && place() === 0} />}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  )
}

interface SlotRowProps extends SlotActions {
  readonly slot: FoundSlot
  readonly isFirst?: boolean
  readonly withDate?: boolean
}

export function SlotRow(props: SlotRowProps): JSX.Element {
  const { desk } = props
  const { place } = props.slot
  const time = () => {
    const date = props.withDate ? `${shortDate(localDateOf(place.startsAt, desk.zone))}, ` : ''
    return `${date}${desk.clock.time(place.startsAt)}`
  }
  return (
    <li class="finder-slot" classList={{ first: props.isFirst }}>
      <button type="button" class="finder-take" data-slot onClick={() => props.onTake(props.slot)}>
        <b>{time()}</b>
        <span>{[props.slot.therapist, props.slot.room].filter(Boolean).join(' · ')}</span>
        <Show when={props.isFirst}>
          <Badge tone="success">First free</Badge>
        </Show>
      </button>
      <IconButton
        icon={Timer}
        label={`Hold ${desk.clinic().staffHoldMinutes} min: ${desk.sayPlace(place)}`}
        onClick={() => props.onHold(props.slot)}
      />
    </li>
  )
}

function stepByKey(event: KeyboardEvent, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const slots = [...list.querySelectorAll<HTMLElement>('[data-slot]')]
  const here = slots.findIndex((slot) => slot.parentElement?.contains(document.activeElement))
  const next = slots[here + (event.key === 'ArrowDown' ? 1 : -1)]
  event.preventDefault()
  next?.focus()
}
