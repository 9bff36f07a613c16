import { useNavigate } from '@solidjs/router'
import Ban from 'lucide-solid/icons/ban'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FilePen from 'lucide-solid/icons/file-pen'
import Globe from 'lucide-solid/icons/globe'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import UsersRound from 'lucide-solid/icons/users-round'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { localDateOf } from '../../domain/zone.ts'
import { speakPlaces, standingWords, toSessionCard } from '../calendar/store/session.ts'
import { addressOf } from '../event-sessions/opened.ts'
import type { EventRecordFragment, EventSessionFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { maySeePeople } from './event-rights.ts'

interface SessionLineProps {
  readonly event: EventRecordFragment
  readonly session: EventSessionFragment
  readonly mayChange: boolean
  readonly onMove: () => void
  readonly onCancel: () => void
  readonly onRestore: () => void
  /** Undefined where the event itself is none that the public sees. */
  readonly onPublish: ((status: 'DRAFT' | 'PUBLISHED') => void) | undefined
}

/** One session: when, how full, what is unusual about it. */
export function SessionLine(props: SessionLineProps): JSX.Element {
  const navigate = useNavigate()
  const card = () => toSessionCard(props.session)
  const isCancelled = () => card().status === 'cancelled'
  const isDraft = () => props.session.publishStatus === 'DRAFT'
  const mark = () => (isCancelled() ? Ban : props.session.onTimeOff ? TriangleAlert : CalendarCheck)
  const details = () => [
    ...(props.session.onTimeOff ? ['On leave time: somebody who runs it, or its room, is away'] : []),
    speakPlaces(card().session!),
    ...(props.session.waitlisted > 0 ? [`${props.session.waitlisted} waiting`] : []),
    ...standingWords(card().session!),
    ...(props.session.cancellationNote ? [props.session.cancellationNote] : []),
  ]
  const people = () => `/groups/${props.event.id}`
  const showDay = () => {
    const date = localDateOf(card().startsAt, viewer().clinic.zone)
    navigate(`/calendar/${date}?open=${addressOf(card())}`)
  }
  return (
    <li class="event-line event-session" classList={{ cancelled: isCancelled(), clash: props.session.onTimeOff }}>
      <Dynamic component={mark()} size={14} aria-hidden="true" />
      <p class="figures">{whenInWords(props.session)}</p>
      <p class="event-why">{details().join(', ')}</p>
      <div class="event-more">
        <Menu
          label={`More about ${whenInWords(props.session)}`}
          triggerClass="button quiet icon-only"
          trigger={<Ellipsis size={16} aria-hidden="true" />}
        >
          <Show when={props.mayChange && !isCancelled()}>
            <MenuItem icon={CalendarClock} onSelect={props.onMove}>
              Another time…
            </MenuItem>
          </Show>
          <Show when={!isCancelled()}>
            <MenuItem icon={CalendarDays} onSelect={showDay}>
              Show the day
            </MenuItem>
          </Show>
          <Show when={maySeePeople(props.event)}>
            <MenuItem icon={UsersRound} onSelect={() => navigate(`${people()}/people?session=${props.session.id}`)}>
              {props.event.admission === 'ENROLMENT' ? 'Members' : 'Registrations'}
            </MenuItem>
            <MenuItem
              icon={ClipboardCheck}
              onSelect={() => navigate(`${people()}/sessions/${props.session.id}/attendance`)}
            >
              Attendance
            </MenuItem>
          </Show>
          <Show when={!isCancelled() && props.onPublish}>
            {(publish) => (
              <MenuItem
                icon={isDraft() ? Globe : FilePen}
                onSelect={() => publish()(isDraft() ? 'PUBLISHED' : 'DRAFT')}
              >
                {isDraft() ? 'Publish' : 'Back to draft'}
              </MenuItem>
            )}
          </Show>
          <Show when={props.mayChange}>
            <Show
              when={isCancelled()}
              fallback={
                <MenuItem icon={Ban} danger onSelect={props.onCancel}>
                  Cancel…
                </MenuItem>
              }
            >
              <MenuItem icon={RotateCcw} onSelect={props.onRestore}>
                Restore
              </MenuItem>
            </Show>
          </Show>
        </Menu>
      </div>
    </li>
  )
}

/** `Tue, Mar 10, 2:30 PM`. */
export function whenInWords({ startsAt }: { readonly startsAt: string }): string {
  return `${dayInWords(startsAt)}, ${clockInWords(startsAt)}`
}
