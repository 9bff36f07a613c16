import type { JSX } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { AwayResource } from './cover-field.tsx'
import type { AwayEntries } from './create-away.ts'
import { NewAway } from './new-away.tsx'

interface AwayBesideDayProps {
  readonly desk: Desk
  readonly first: AwayEntries
  /** Another panel is in front; nothing entered is lost. */
  readonly hidden: boolean
  readonly onClose: () => void
}

/** Somebody's time off, entered from her column; the day goes on beside it. */
export function AwayBesideDay(props: AwayBesideDayProps): JSX.Element {
  const resources = () =>
    props.desk.clinic().resources.map(
      ({ id, kind, name, active }): AwayResource => ({
        id,
        name,
        active,
        kind: kind === 'room' ? 'ROOM' : 'THERAPIST',
      }),
    )
  return (
    <NewAway
      first={props.first}
      resources={resources()}
      choosesWho={false}
      hidden={props.hidden}
      stays={(path) => path.startsWith('/calendar')}
      onSend={(clientMutationId) => props.desk.shown().book.own(clientMutationId)}
      onChanged={() => {}}
      onClose={props.onClose}
    />
  )
}
