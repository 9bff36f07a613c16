import '../form/form.css'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { createSeriesChange, type SeriesChange, type WantedChange } from './create-series-change.ts'
import type { SeriesQuestion } from './create-series-prompt.ts'
import { changedIn } from './report.ts'
import { SeriesReport } from './series-report.tsx'

interface SeriesMoveProps {
  readonly desk: Desk
  readonly question: SeriesQuestion
}

/** One of a series was moved: it alone, those after it too, or all; with what stands in the way of the others. */
export function SeriesMoveDialog(props: SeriesMoveProps): JSX.Element {
  const formId = createUniqueId()
  const { card, to, answer } = props.question
  const change = createSeriesChange(() => wantedOf(props.question))
  async function move(): Promise<void> {
    if (change.scope() === 'THIS') return answer({ kind: 'this' })
    const done = await change.run()
    if (!done) return
    const moved = done.cards.find((each) => each.id === card.id)
    const others = changedIn(done.report) - 1
    answer({ kind: 'changed', card: moved ?? card, others })
    if (others > 0) showToast({ text: `${card.clientName}: ${others + 1} appointments of the series moved.` })
  }
  return (
    <Dialog
      open
      onClose={() => answer({ kind: 'kept' })}
      title={`Move ${card.clientName}`}
      description={`To ${props.desk.sayPlace(to)}.`}
      actions={
        <>
          <Button onClick={() => answer({ kind: 'kept' })}>Leave it</Button>
          <Button kind="primary" type="submit" form={formId} busy={change.busy()}>
            {labelOf(change)}
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          void move()
        }}
      >
        <ScopeChoice scope={change.scope()} onScope={change.setScope} />
        <Others desk={props.desk} change={change} />
      </form>
    </Dialog>
  )
}

function Others(props: { readonly desk: Desk; readonly change: SeriesChange }): JSX.Element {
  const { change } = props
  const listed = () => {
    const report = change.report()
    return report && report.lines.length > 0 ? report : undefined
  }
  const problems = () => (listed() ? [] : (change.report()?.problems ?? []))
  return (
    <div class="booking-conflicts" role="status">
      <For each={problems()}>{(problem) => <Notice tone="warning">{problem.message}</Notice>}</For>
      <Show when={change.failure()}>{(message) => <Notice tone="danger">{message()}</Notice>}</Show>
      <Show when={listed()}>
        {(report) => (
          <SeriesReport
            desk={props.desk}
            report={report()}
            policy={change.policy()}
            onPolicy={change.setPolicy}
            isChange
          />
        )}
      </Show>
    </div>
  )
}

function labelOf(change: SeriesChange): string {
  if (change.scope() === 'THIS') return 'Move this one'
  const report = change.report()
  const count = report ? changedIn(report) : 0
  return count > 0 ? `Move ${count} ${count === 1 ? 'appointment' : 'appointments'}` : 'Move them'
}

function wantedOf({ card, to }: SeriesQuestion): WantedChange {
  return {
    appointmentId: card.id,
    expectedVersion: card.version,
    startsAt: new Date(to.startsAt).toISOString(),
    endsAt: new Date(to.endsAt).toISOString(),
    therapistId: to.therapistId,
    roomId: to.roomId,
  }
}
