import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js'
import '../form/form.css'
import { inWeek } from '../settings/week.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type Place, placeOptions } from './place-options.ts'
import type { Week } from './view/create-week.ts'
import type { Block } from './week/block.ts'
import {
  type BlockEntries,
  type BlockProblems,
  blockProblems,
  entriesOfBlock,
  readBlock,
} from './week/block-entries.ts'
import { weekdayName } from './week/words.ts'

interface BlockPanelProps {
  readonly week: Week
  readonly block: Block
  /** A room is where it is, and never remote. */
  readonly isRoom: boolean
  readonly places: readonly Place[]
  readonly onClose: () => void
}

const days = inWeek.map(({ number, name }) => ({ value: String(number), label: name }))

/** The exact hours and terms of a block: what can be so is put into the week as it is typed. */
export function BlockPanel(props: BlockPanelProps): JSX.Element {
  const { entry, entries, set } = createBlockEntries(props)
  let form: HTMLDivElement | undefined
  // What cannot be so is not quietly left behind.
  const finish = () => {
    const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (invalid) invalid.focus()
    else props.onClose()
  }
  const remove = () => {
    props.onClose()
    props.week.act({ kind: 'remove' }, props.block)
  }
  return (
    <Panel
      title={`Hours on ${weekdayName(props.block.weekday)}`}
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" onClick={finish}>
            Done
          </Button>
          <Button kind="danger" onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <div class="form" ref={form}>
        <SelectField label="Day" options={days} value={entries().weekday} onChange={(day) => set({ weekday: day })} />
        <div class="form-pair">
          <TextField label="From" type="time" required {...entry('start')} />
          <TextField label="Until" type="time" required {...entry('end')} />
        </div>
        <Show when={!props.isRoom}>
          <SelectField
            label="Location"
            value={entries().locationId}
            options={placeOptions(props.places, entries().locationId, 'Any')}
            onChange={(locationId) => set({ locationId })}
          />
          <CheckField
            label="Telehealth only"
            hint="Nothing that needs a room can be booked then."
            checked={entries().telehealth}
            onChange={(telehealth) => set({ telehealth })}
          />
        </Show>
        <TextField
          label="Most appointments"
          hint="In this block, each week. Empty for no limit."
          inputmode="numeric"
          {...entry('mostAppointments')}
        />
        <div class="form-pair">
          <TextField label="First day" type="date" hint="Empty: it holds already." {...entry('effectiveFrom')} />
          <TextField label="Last day" type="date" hint="Empty: until changed." {...entry('effectiveUntil')} />
        </div>
      </div>
    </Panel>
  )
}

let sessions = 0

/** What is typed stays where it cannot be yet; the rest is what the block says, wherever it was changed. */
function createBlockEntries(props: BlockPanelProps) {
  const session = `form-${++sessions}`
  const [typed, setTyped] = createSignal<Partial<BlockEntries>>({})
  const entries = createMemo<BlockEntries>(() => ({ ...entriesOfBlock(props.block), ...typed() }))
  const problems = createMemo<BlockProblems>(() =>
    blockProblems(props.block.id, entries(), props.week.editing().blocks),
  )
  const current = () => props.block
  createEffect(on(current, () => setTyped({}), { defer: true }))

  function set(part: Partial<BlockEntries>): void {
    setTyped((before) => ({ ...before, ...part }))
    if (Object.values(problems()).some(Boolean)) return
    props.week.edit({ type: 'put', block: readBlock(props.block.id, entries()), session })
  }
  const entry = (key: 'start' | 'end' | 'mostAppointments' | 'effectiveFrom' | 'effectiveUntil') => ({
    get value() {
      return entries()[key]
    },
    get problem() {
      return problems()[key]
    },
    // A time that is half typed is none yet.
    onInput: (text: string) => (text || (key !== 'start' && key !== 'end')) && set({ [key]: text }),
  })
  return { entry, entries, set }
}
