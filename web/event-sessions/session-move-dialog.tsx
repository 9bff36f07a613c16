import '../form/form.css'
import { createMemo, createSignal, createUniqueId, For, type JSX } from 'solid-js'
import { createRehearsal, isSameQuestion } from '../booking/create-rehearsal.ts'
import type { Desk } from '../calendar/desk.ts'
import type { SeriesScope } from '../generated/graphql.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import type { SeriesQuestion } from '../series/create-series-prompt.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { inputOfSessionMove, type RehearsedMove, rehearseSessionMove } from './send-session.ts'

interface SessionMoveProps {
  readonly desk: Desk
  readonly question: SeriesQuestion
}

/** A session of an event that repeats was moved: it alone, those after it too, or all, which go together or not at all. */
export function SessionMoveDialog(props: SessionMoveProps): JSX.Element {
  const formId = createUniqueId()
  const { card, to, answer } = props.question
  const [scope, setScope] = createSignal<SeriesScope>('THIS')
  const move = { id: card.id, expectedVersion: card.version, from: card, to }
  const question = createMemo(
    () => (scope() === 'THIS' ? undefined : { input: inputOfSessionMove(move, scope()), stand: [] }),
    undefined,
    { equals: isSameQuestion },
  )
  const rehearsal = createRehearsal(question, rehearseSessionMove)
  return (
    <Dialog
      open
      onClose={() => answer({ kind: 'kept' })}
      title={`Move ${card.clientName}`}
      description={`To ${props.desk.sayPlace(to)}.`}
      actions={
        <>
          <Button onClick={() => answer({ kind: 'kept' })}>Leave it</Button>
          <Button kind="primary" type="submit" form={formId}>
            {labelOf(scope(), rehearsal.answer())}
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          answer({ kind: 'scope', scope: scope() })
        }}
      >
        <ScopeChoice legend="The event repeats. Which sessions are meant?" scope={scope()} onScope={setScope} />
        <div class="booking-conflicts" role="status">
          <For each={rehearsal.answer()?.messages}>{(message) => <Notice tone="warning">{message}</Notice>}</For>
        </div>
      </form>
    </Dialog>
  )
}

function labelOf(scope: SeriesScope, rehearsed: RehearsedMove | undefined): string {
  if (scope === 'THIS') return 'Move this one'
  const count = rehearsed?.count ?? 0
  return count > 0 ? `Move ${count} ${count === 1 ? 'session' : 'sessions'}` : 'Move them'
}
