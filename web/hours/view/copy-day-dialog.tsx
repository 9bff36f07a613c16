import { createEffect, createSignal, For, type JSX, on } from 'solid-js'
import { inWeek, type WeekDay } from '../../settings/week.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface CopyDayDialogProps {
  readonly day: WeekDay
  readonly open: boolean
  readonly onClose: () => void
  readonly onCopy: (days: readonly number[]) => void
}

export function CopyDayDialog(props: CopyDayDialogProps): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly number[]>([])
  const others = () => inWeek.filter((each) => each.number !== props.day.number)
  const opened = () => props.open
  // A working day is most often copied to the other working days.
  createEffect(
    on(opened, () =>
      setChosen(others().flatMap(({ number }) => (number <= 5 && props.day.number <= 5 ? [number] : []))),
    ),
  )
  const set = (number: number, checked: boolean) =>
    setChosen((before) => [...before.filter((each) => each !== number), ...(checked ? [number] : [])].sort())
  const copy = () => {
    props.onCopy(chosen())
    props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={`Copy ${props.day.name} to`}
      description="The hours that are there now are replaced."
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button kind="primary" disabled={chosen().length === 0} onClick={copy}>
            Copy
          </Button>
        </>
      }
    >
      <fieldset class="copy-days">
        <legend class="aside">Days</legend>
        <For each={others()}>
          {(day) => (
            <CheckField
              label={day.name}
              checked={chosen().includes(day.number)}
              onChange={(checked) => set(day.number, checked)}
            />
          )}
        </For>
      </fieldset>
    </Dialog>
  )
}
