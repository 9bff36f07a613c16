import './attendance.css'
import { useNavigate, useParams } from '@solidjs/router'
import CheckCheck from 'lucide-solid/icons/check-check'
import Lock from 'lucide-solid/icons/lock'
import SearchX from 'lucide-solid/icons/search-x'
import Undo2 from 'lucide-solid/icons/undo-2'
import UsersRound from 'lucide-solid/icons/users-round'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { mayEdit } from '../events/event-rights.ts'
import { PeopleBar } from '../registrations/people-bar.tsx'
import { spanInWords } from '../session/when.ts'
import { priceInWords } from '../settings/price.ts'
import { Split } from '../shell/split.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { AttendanceRow } from './attendance-row.tsx'
import { attendanceStatuses, attendanceWords, idOf, type SheetSession, totalsOf } from './attendance-words.ts'
import { createSheet, type Sheet } from './create-sheet.ts'

/** Who came to a session: ticked on a tablet in the room, or at the desk. */
export default function AttendancePage(): JSX.Element {
  const params = useParams<{ eventId: string; sessionId: string }>()
  // Each session has a sheet of its own: what is ticked on one never goes to another.
  return (
    <Show when={params.sessionId} keyed>
      {(sessionId) => <SessionSheet eventId={params.eventId} sessionId={sessionId} />}
    </Show>
  )
}

function SessionSheet(props: { readonly eventId: string; readonly sessionId: string }): JSX.Element {
  const navigate = useNavigate()
  const sheet = createSheet(props.sessionId)
  useTitle(() => `Attendance${sheet.session() ? `: ${sheet.session()!.title}` : ''}`)
  return (
    <>
      <PeopleBar title={sheet.session()?.title ?? 'Attendance'} onBack={() => navigate(`/groups/${props.eventId}`)} />
      <Switch
        fallback={
          <Split>
            <SkeletonRows rows={8} />
          </Split>
        }
      >
        <Match when={sheet.session()}>{(session) => <SheetOf session={session()} sheet={sheet} />}</Match>
        <Match when={sheet.answer.failure()?.code === 'FORBIDDEN'}>
          <EmptyState
            icon={Lock}
            title="Not for you to see"
            text="Who comes is for the desk and for those who run the event."
          />
        </Match>
        <Match when={!sheet.answer.loading() && sheet.answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={() => void sheet.answer.again()} />}
        </Match>
        <Match when={!sheet.answer.loading() && sheet.answer.data()}>
          <EmptyState
            icon={SearchX}
            title="There is no such session"
            text="Its event may have been given other times."
          />
        </Match>
      </Switch>
    </>
  )
}

interface SheetProps {
  readonly session: SheetSession
  readonly sheet: Sheet
}

function SheetOf(props: SheetProps): JSX.Element {
  const isCancelled = () => props.session.standing === 'CANCELLED'
  const mayNote = () => {
    const facilitators = [...props.session.event.facilitators, ...props.session.facilitators]
    return !isCancelled() && mayEdit({ facilitators })
  }
  return (
    <>
      <SheetHead {...props} mayNote={mayNote()} />
      <Split>
        <div class="sheet-notices" role="alert">
          <Show when={isCancelled()}>
            <Notice tone="warning">This session is cancelled: nothing is noted of it.</Notice>
          </Show>
          <Show when={props.sheet.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        </div>
        <p class="aside" role="status">
          {props.sheet.said()}
        </p>
        <Show
          when={props.session.roster.length > 0}
          fallback={<EmptyState icon={UsersRound} title="Nobody is expected" text={emptyText(props.session)} />}
        >
          <ul class="sheet" aria-label="Who is expected">
            {/* By id, so that a row that changes stays where it is, with its focus. */}
            <For each={props.session.roster.map(idOf)}>
              {(id) => (
                <Show when={props.session.roster.find((each) => idOf(each) === id)}>
                  {(person) => <AttendanceRow person={person()} sheet={props.sheet} mayNote={mayNote()} />}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Split>
    </>
  )
}

function SheetHead(props: SheetProps & { readonly mayNote: boolean }): JSX.Element {
  const totals = () => totalsOf(props.session.roster)
  const isUndone = () => props.session.roster.some((each) => props.sheet.statusOf(each) === null)
  return (
    <section class="sheet-head" aria-label="Totals">
      <p class="figures">{spanInWords(props.session.startsAt, props.session.endsAt)}</p>
      <p class="sheet-totals figures">
        <span>
          <b>
            {totals().noted} of {totals().people}
          </b>{' '}
          noted
        </span>
        <For each={attendanceStatuses}>
          {(status) => (
            <span>
              <b>{totals().of[status]}</b> {attendanceWords[status].word.toLowerCase()}
            </span>
          )}
        </For>
        <Show when={props.session.event.priceCents}>
          <span>
            <b>{priceInWords(totals().chargedCents)}</b> charged
          </span>
        </Show>
      </p>
      <Show when={props.mayNote}>
        <div class="sheet-actions">
          <Button icon={Undo2} disabled={!props.sheet.canUndo()} onClick={props.sheet.undo}>
            Undo
          </Button>
          <Button icon={CheckCheck} disabled={!isUndone()} onClick={props.sheet.restPresent}>
            All others present
          </Button>
        </div>
      </Show>
    </section>
  )
}

function emptyText({ event }: SheetSession): string {
  return event.admission === 'ENROLMENT'
    ? 'Active members of the group stand here.'
    : 'Those who have a place in the session stand here.'
}
