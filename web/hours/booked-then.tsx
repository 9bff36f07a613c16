import './outside-dialog.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { closedIntervals } from '../../domain/availability.ts'
import { type Interval, overlaps } from '../../domain/interval.ts'
import { type AppointmentStatus, takesTime } from '../../domain/status.ts'
import { addDays, instantOf, type LocalDate } from '../../domain/zone.ts'
import { createAnswer } from '../api/create-answer.ts'
import { BookedThenDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { spanInWords } from '../session/when.ts'
import { Notice } from '../ui/notice.tsx'
import { sentTimes, type TimesEntries } from './date-words.ts'

export interface ClosedDays {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly times: TimesEntries
}

interface BookedThenProps {
  /** Undefined while it is not known, or nothing is to be closed. */
  readonly closed: ClosedDays | undefined
  readonly today: LocalDate
  /** Left out for the whole clinic. */
  readonly resourceId?: string
}

const MOST_DAYS = 62
const MOST_SHOWN = 4

/** Says, while it is still being entered, which appointments would stand where nobody is open. */
export function BookedThen(props: BookedThenProps): JSX.Element {
  const asked = () => {
    const closed = props.closed
    return closed && closed.startsOn >= props.today && closed.endsOn >= closed.startsOn ? closed : undefined
  }
  return (
    <div role="status">
      <Show when={asked()}>{(closed) => <Booked closed={closed()} resourceId={props.resourceId} />}</Show>
    </div>
  )
}

function Booked(props: { readonly closed: ClosedDays; readonly resourceId: string | undefined }): JSX.Element {
  const { zone } = viewer().clinic
  const window = createMemo(() => windowOf(props.closed, zone), undefined, { equals: isSameInterval })
  const answer = createAnswer(BookedThenDocument, () => ({
    from: new Date(window().start).toISOString(),
    to: new Date(window().end).toISOString(),
    resourceIds: props.resourceId === undefined ? null : [props.resourceId],
  }))
  const booked = () => {
    const shut = closedIntervals([closureOf(props.closed)], window(), zone)
    return (answer.data()?.calendar.appointments ?? []).filter((each) => {
      const during = { start: Date.parse(each.startsAt), end: Date.parse(each.endsAt) }
      return (
        takesTime(each.status.toLowerCase() as AppointmentStatus) && shut.some((closed) => overlaps(closed, during))
      )
    })
  }
  return (
    <Show when={booked().length > 0}>
      <Notice tone="warning">
        <p>{bookedInWords(booked().length)}</p>
        <ul class="outside-list">
          <For each={booked().slice(0, MOST_SHOWN)}>
            {(each) => (
              <li>
                <b>{each.client.name}</b>
                <span>{spanInWords(each.startsAt, each.endsAt)}</span>
              </li>
            )}
          </For>
          <Show when={booked().length > MOST_SHOWN}>
            <li>and {booked().length - MOST_SHOWN} more</li>
          </Show>
        </ul>
      </Notice>
    </Show>
  )
}

function bookedInWords(count: number): string {
  if (count === 1) return 'An appointment is booked then. It stays until somebody moves or cancels it.'
  return `${count} appointments are booked then. They stay until somebody moves or cancels them.`
}

/** At most as long as the calendar answers for. */
function windowOf({ startsOn, endsOn }: ClosedDays, zone: string): Interval {
  const last = addDays(startsOn, MOST_DAYS - 1)
  const end = addDays(endsOn < last ? endsOn : last, 1)
  return { start: instantOf(startsOn, '00:00', zone), end: instantOf(end, '00:00', zone) }
}

function closureOf({ startsOn, endsOn, times }: ClosedDays) {
  const { startTime, endTime } = sentTimes(times)
  return { name: '', startsOn, endsOn, startTime, endTime: endTime === '00:00' ? '24:00' : endTime }
}

function isSameInterval(a: Interval, b: Interval): boolean {
  return a.start === b.start && a.end === b.end
}
