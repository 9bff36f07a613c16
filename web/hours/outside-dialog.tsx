import './outside-dialog.css'
import { For, type JSX, Show } from 'solid-js'
import type { SetWeeklyHoursMutation } from '../generated/graphql.ts'
import { spanInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

type Answer = SetWeeklyHoursMutation['setWeeklyHours']
export type OutsideAppointment = Extract<Answer, { __typename: 'WeeklyHoursSet' }>['outside'][number]

interface OutsideDialogProps {
  /** The dialog is open while there are any. */
  readonly appointments: readonly OutsideAppointment[]
  readonly onBack: () => void
  readonly onSave: () => void
}

const MOST_SHOWN = 6

/** Whom the new hours would leave outside: nobody is moved, so it is for a person to decide. */
export function OutsideDialog(props: OutsideDialogProps): JSX.Element {
  const count = () => props.appointments.length
  const isOne = () => count() === 1
  return (
    <Dialog
      open={count() > 0}
      onClose={props.onBack}
      title={`${countInWords(count())} would stand outside`}
      description={`${isOne() ? 'It stays' : 'They stay'} in the book as booked, until somebody moves or cancels ${isOne() ? 'it' : 'them'}.`}
      actions={
        <>
          <Button onClick={props.onBack}>Keep editing</Button>
          <Button kind="primary" onClick={props.onSave}>
            Save these hours
          </Button>
        </>
      }
    >
      <ul class="outside-list">
        <For each={props.appointments.slice(0, MOST_SHOWN)}>
          {(each) => (
            <li>
              <b>{each.client.name}</b>
              <span>
                {spanInWords(each.startsAt, each.endsAt)}
                <Show when={each.room}>{(room) => `, ${room().name}`}</Show>
              </span>
            </li>
          )}
        </For>
        <Show when={count() > MOST_SHOWN}>
          <li>and {count() - MOST_SHOWN} more</li>
        </Show>
      </ul>
    </Dialog>
  )
}

/** The server names no more than so many. */
const MOST_NAMED = 200

function countInWords(count: number): string {
  if (count === 1) return 'An appointment'
  return `${count}${count >= MOST_NAMED ? ' or more' : ''} appointments`
}
