import { A } from '@solidjs/router'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import UsersRound from 'lucide-solid/icons/users-round'
import { type JSX, Show } from 'solid-js'
import type { EventRecordFragment } from '../generated/graphql.ts'
import { maySeePeople } from './event-rights.ts'

/** The way to those who come, and to the sheet of the session that takes place now or next. */
export function EventPeople(props: { readonly event: EventRecordFragment }): JSX.Element {
  return (
    <Show when={maySeePeople(props.event)}>
      <nav class="event-actions" aria-label="Who comes">
        <A class="button plain" href={`/groups/${props.event.id}/people`}>
          <UsersRound size={15} aria-hidden="true" />
          {props.event.admission === 'ENROLMENT' ? 'Members' : 'Registrations'}
        </A>
        <Show when={props.event.nextSession}>
          {(next) => (
            <A class="button plain" href={`/groups/${props.event.id}/sessions/${next().id}/attendance`}>
              <ClipboardCheck size={15} aria-hidden="true" />
              Attendance
            </A>
          )}
        </Show>
      </nav>
    </Show>
  )
}
