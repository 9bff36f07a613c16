import { A, useSearchParams } from '@solidjs/router'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import { type JSX, Show } from 'solid-js'
import { placesInWords } from '../events/event-words.ts'
import { whenInWords } from '../events/session-line.tsx'
import type { PeopleSessionFragment } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'

/** The one that the address names, else the next that takes place, else the last there was. */
export function chosenSession(
  sessions: readonly PeopleSessionFragment[],
  named: string | undefined,
): PeopleSessionFragment | undefined {
  const now = Date.now()
  const next = sessions.find((each) => each.standing !== 'CANCELLED' && Date.parse(each.endsAt) > now)
  return sessions.find((each) => each.id === named) ?? next ?? sessions.at(-1)
}

interface SessionChoiceProps {
  readonly eventId: string
  readonly sessions: readonly PeopleSessionFragment[]
  readonly session: PeopleSessionFragment | undefined
}

/** Which session is looked at, and the way to its attendance sheet. */
export function SessionChoice(props: SessionChoiceProps): JSX.Element {
  const [, setSearch] = useSearchParams()
  const options = () => props.sessions.map((each) => ({ value: each.id, label: sessionInWords(each) }))
  return (
    <Show when={props.session}>
      {(session) => (
        <>
          <FilterSelect
            label="Session"
            value={session().id}
            options={options()}
            onChange={(id) => setSearch({ session: id, person: undefined })}
          />
          <A class="button plain" href={`/groups/${props.eventId}/sessions/${session().id}/attendance`}>
            <ClipboardCheck size={15} aria-hidden="true" />
            Attendance
          </A>
        </>
      )}
    </Show>
  )
}

function sessionInWords(session: PeopleSessionFragment): string {
  const standing = session.standing === 'CANCELLED' ? 'cancelled' : placesInWords(session)
  return `${whenInWords(session)} · ${standing}`
}
