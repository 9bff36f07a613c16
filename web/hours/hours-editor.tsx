import { useLocation } from '@solidjs/router'
import Redo from 'lucide-solid/icons/redo-2'
import Undo from 'lucide-solid/icons/undo-2'
import { createSignal, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { useOpenRecord } from '../form/use-open-record.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { BlockPanel } from './block-panel.tsx'
import { createHours, type Hours } from './create-hours.ts'
import { ExceptionPanel } from './exception-panel.tsx'
import { ExceptionsList } from './exceptions-list.tsx'
import type { HoursResource } from './hours-page.tsx'
import { OutsideDialog } from './outside-dialog.tsx'
import type { Place } from './place-options.ts'
import { WeekGrid } from './view/week-grid.tsx'

interface HoursEditorProps {
  readonly resource: HoursResource
  readonly places: readonly Place[]
  readonly stepMinutes: number
  readonly today: LocalDate
  readonly picker: JSX.Element
  readonly onReload: () => Promise<void>
}

/** The week of one resource with its exceptions beside it. */
export function HoursEditor(props: HoursEditorProps): JSX.Element {
  const location = useLocation()
  const exception = useOpenRecord()
  const [blockId, setBlockId] = createSignal<string>()
  const hours = createHours({
    resource: () => props.resource,
    stepMinutes: () => props.stepMinutes,
    placeName: (id) => props.places.find((each) => each.id === id)?.name ?? 'Another location',
    onReload: () => props.onReload(),
  })
  const openBlock = (id: string) => {
    setBlockId(id)
    if (exception.id()) exception.close()
  }
  const openException = (id: string) => {
    setBlockId(undefined)
    exception.open(id)
  }
  return (
    <>
      <HoursBar hours={hours} picker={props.picker} />
      <Split
        panel={
          <HoursPanel
            {...props}
            hours={hours}
            blockId={exception.id() ? undefined : blockId()}
            exceptionId={exception.id()}
            onCloseBlock={() => setBlockId(undefined)}
            onCloseException={() => {
              setBlockId(undefined)
              exception.close()
            }}
          />
        }
      >
        <div class="hours-body">
          <div class="hours-week">
            <div class="hours-notices">
              <FormNotices form={hours.form} onTakeTheirs={hours.takeTheirs} onKeepMine={hours.keepMine} />
              <FieldProblem text={hours.form.problem('hours')} />
            </div>
            <WeekGrid
              week={hours.week}
              label={`Usual week of ${props.resource.name}`}
              whenNone={whenNone(props.resource)}
              noneWord={props.resource.kind === 'ROOM' ? 'Open' : 'Closed'}
              openId={blockId()}
              onOpen={openBlock}
            />
          </div>
          <ExceptionsList
            exceptions={props.resource.hoursExceptions}
            today={props.today}
            openId={exception.id()}
            onOpen={openException}
          />
        </div>
      </Split>
      <OutsideDialog appointments={hours.outside()} onBack={hours.keepEditing} onSave={hours.saveAllTheSame} />
      <LeaveDialog isDirty={hours.isDirty} stays={(path) => path.split('?')[0] === location.pathname} />
    </>
  )
}

function whenNone({ kind }: HoursResource): string {
  return kind === 'ROOM'
    ? 'No hours of its own: the room is open whenever the clinic is. Draw some to open it only then.'
    : 'No hours yet, so nothing can be booked unless somebody overrides the rule. Draw the first over the week.'
}

function HoursBar(props: { readonly hours: Hours; readonly picker: JSX.Element }): JSX.Element {
  const { hours } = props
  return (
    <TopBar title="Opening hours">
      {props.picker}
      <TopBarGap />
      <IconButton
        icon={Undo}
        label="Undo"
        disabled={hours.week.editing().past.length === 0}
        onClick={() => hours.week.travel('undo')}
      />
      <IconButton
        icon={Redo}
        label="Redo"
        disabled={hours.week.editing().ahead.length === 0}
        onClick={() => hours.week.travel('redo')}
      />
      <Button kind="primary" busy={hours.busy()} disabled={!hours.isDirty()} onClick={() => void hours.save()}>
        Save
      </Button>
    </TopBar>
  )
}

interface HoursPanelProps extends HoursEditorProps {
  readonly hours: Hours
  readonly blockId: string | undefined
  readonly exceptionId: string | undefined
  readonly onCloseBlock: () => void
  readonly onCloseException: () => void
}

/** One of the two at a time: a block's exact hours, or an exception. */
function HoursPanel(props: HoursPanelProps): JSX.Element {
  const block = () => (props.blockId ? props.hours.week.block(props.blockId) : undefined)
  const exception = () => props.resource.hoursExceptions.find((each) => each.id === props.exceptionId)
  const exceptionId = () => (exception() || props.exceptionId === 'new' ? props.exceptionId : undefined)
  return (
    <>
      <Show when={block() && props.blockId} keyed>
        {(_id) => (
          <BlockPanel
            week={props.hours.week}
            block={block()!}
            isRoom={props.resource.kind === 'ROOM'}
            places={props.places}
            onClose={props.onCloseBlock}
          />
        )}
      </Show>
      <Show when={exceptionId()} keyed>
        {(_id) => (
          <ExceptionPanel
            resource={props.resource}
            exception={exception()}
            today={props.today}
            onSaved={props.onReload}
            onClose={props.onCloseException}
          />
        )}
      </Show>
    </>
  )
}
