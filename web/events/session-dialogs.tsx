import { type JSX, Match, Switch } from 'solid-js'
import { toSessionCard } from '../calendar/store/session.ts'
import { SessionCancelDialog } from '../event-sessions/session-cancel-dialog.tsx'
import type { EventRecordFragment, EventSessionFragment } from '../generated/graphql.ts'
import { AddSessionDialog } from './add-session-dialog.tsx'
import { whenInWords } from './session-line.tsx'
import { SessionTimeDialog } from './session-time-dialog.tsx'

/** What is about to be done with the sessions, once more is said about it. */
export type Ask =
  | { readonly kind: 'add' }
  | { readonly kind: 'cancel' | 'move'; readonly session: EventSessionFragment }

interface SessionDialogsProps {
  readonly event: EventRecordFragment
  readonly ask: Ask | undefined
  /** `Tue, Mar 10, 2:30 PM is cancelled.` */
  readonly onDone: (words: string) => void
  /** What was refused may show something that is no longer so. */
  readonly onRefused: () => void
  readonly onClose: () => void
}

export function SessionDialogs(props: SessionDialogsProps): JSX.Element {
  const sessionFor = (kind: Ask['kind']) => {
    const { ask } = props
    return ask?.kind === kind && 'session' in ask ? ask.session : undefined
  }
  return (
    <Switch>
      <Match when={props.ask?.kind === 'add'}>
        <AddSessionDialog
          event={props.event}
          onAdded={(when) => props.onDone(`${when} is added.`)}
          onClose={props.onClose}
        />
      </Match>
      <Match when={sessionFor('cancel')} keyed>
        {(session) => (
          <SessionCancelDialog
            open
            card={toSessionCard(session)}
            place={whenInWords(session)}
            onClose={props.onClose}
            onOutcome={(outcome) =>
              outcome.kind === 'changed' ? props.onDone(`${whenInWords(session)} is cancelled.`) : props.onRefused()
            }
          />
        )}
      </Match>
      <Match when={sessionFor('move')} keyed>
        {(session) => (
          <SessionTimeDialog
            session={session}
            repeats={props.event.rrule !== null}
            onMoved={(to) => props.onDone(`${session.title} is moved to ${to}.`)}
            onClose={props.onClose}
          />
        )}
      </Match>
    </Switch>
  )
}
