import { type JSX, Show } from 'solid-js'
import { localDateOf } from '../../domain/zone.ts'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { viewer } from '../session/session.ts'
import { showToast } from '../ui/toast.tsx'
import { AwayPanel } from './away-panel.tsx'
import type { AwayResource } from './cover-field.tsx'
import { type AwayEntries, createAway } from './create-away.ts'
import { doneInWords } from './done-words.ts'
import { wholeDay } from './leave-entries.ts'
import { summaryOf } from './plan-summary.ts'
import { intervalOfRow } from './time-off-list.tsx'
import { mayDecide } from './time-off-rights.ts'
import { offerUndo } from './undo-approval.ts'

interface NewAwayProps {
  readonly first: AwayEntries
  readonly resources: readonly AwayResource[]
  /** Whether it can be chosen who is away. */
  readonly choosesWho: boolean
  /** Another panel is in front; nothing entered is lost. */
  readonly hidden?: boolean
  /** Where the entries are kept while one looks elsewhere. */
  readonly stays?: (path: string) => boolean
  readonly onSend?: (clientMutationId: string) => void
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Time off that is being entered, from the list or from a column of the calendar. */
export function NewAway(props: NewAwayProps): JSX.Element {
  const { zone } = viewer().clinic
  const takes = mayDecide()
  const away = createAway({
    ...{ first: props.first, zone, takes, onSend: props.onSend },
    onDone({ timeOff }) {
      const steps = away.plan.steps() ?? []
      const summary = steps.length > 0 ? summaryOf(steps, away.plan.picks()) : ''
      const words = doneInWords(timeOff.resource, intervalOfRow(timeOff), zone, summary)
      if (takes) offerUndo(words, timeOff, props.onChanged)
      else showToast({ text: 'The desk has your request.' })
      props.onChanged()
      props.onClose()
    },
  })
  return (
    <>
      <LeaveDialog isDirty={away.isDirty} stays={props.stays} />
      <Show when={!props.hidden}>
        <AwayPanel
          away={away}
          resources={props.resources}
          takes={takes}
          choosesWho={props.choosesWho}
          onClose={props.onClose}
        />
      </Show>
    </>
  )
}

/** Nothing entered yet: today, all day. */
export function emptyAway(resourceId: string, now: number): AwayEntries {
  const day = wholeDay(localDateOf(now, viewer().clinic.zone))
  return { ...day, resourceId, reason: 'VACATION', note: '', coverTherapistId: '' }
}
