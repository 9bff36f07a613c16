import './hours-field.css'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { For, Index, type JSX, Show } from 'solid-js'
import { Button, IconButton } from '../ui/button.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { type HoursBlock, inWeek, type WeekDay } from './week.ts'

interface HoursFieldProps {
  readonly value: readonly HoursBlock[]
  readonly problem: string | undefined
  /** What it means when no hours are given at all. */
  readonly whenNone: string
  readonly onChange: (hours: readonly HoursBlock[]) => void
}

/** The hours of a usual week: a row a weekday, as many blocks in it as there are. */
export function HoursField(props: HoursFieldProps): JSX.Element {
  const monday = () => props.value.filter((block) => block.weekday === 1)
  const copyMonday = () =>
    props.onChange([
      ...props.value.filter((block) => block.weekday > 5),
      ...[1, 2, 3, 4, 5].flatMap((weekday) => monday().map((block) => ({ ...block, weekday }))),
    ])
  return (
    <fieldset class="hours-field" aria-invalid={props.problem ? true : undefined} tabindex={-1}>
      <legend class="field-label">Weekly hours</legend>
      <Show when={props.value.length === 0}>
        <p class="field-hint">{props.whenNone}</p>
      </Show>
      <For each={inWeek}>{(day) => <HoursRow day={day} hours={props.value} onChange={props.onChange} />}</For>
      <Show when={monday().length > 0}>
        <Button kind="quiet" class="hours-copy" onClick={copyMonday}>
          Copy Monday to Tuesday–Friday
        </Button>
      </Show>
      <FieldProblem text={props.problem} />
    </fieldset>
  )
}

interface HoursRowProps {
  readonly day: WeekDay
  readonly hours: readonly HoursBlock[]
  readonly onChange: (hours: readonly HoursBlock[]) => void
}

function HoursRow(props: HoursRowProps): JSX.Element {
  const own = () => props.hours.filter((block) => block.weekday === props.day.number)
  const replace = (blocks: readonly HoursBlock[]) =>
    props.onChange([...props.hours.filter((block) => block.weekday !== props.day.number), ...blocks])
  const change = (index: number, part: Partial<HoursBlock>) =>
    replace(own().map((block, at) => (at === index ? { ...block, ...part } : block)))
  const add = () => {
    const startTime = own().at(-1)?.endTime ?? '09:00'
    const endTime = startTime < '17:00' ? '17:00' : '24:00'
    replace([...own(), { weekday: props.day.number, startTime, endTime }])
  }
  return (
    <fieldset class="hours-row" aria-label={props.day.name}>
      <span class="hours-day">{props.day.name}</span>
      <div class="hours-blocks">
        <Show when={own().length === 0}>
          <span class="hours-none">None</span>
        </Show>
        <Index each={own()}>
          {(block, index) => (
            <div class="hours-block">
              <TimeInput
                label={`${props.day.name} from`}
                value={block().startTime}
                onChange={(startTime) => change(index, { startTime })}
              />
              <span aria-hidden="true">–</span>
              <TimeInput
                label={`${props.day.name} to`}
                value={block().endTime}
                onChange={(time) => change(index, { endTime: time === '00:00' ? '24:00' : time })}
              />
              <IconButton
                icon={X}
                label={`Remove ${props.day.name} ${block().startTime} to ${block().endTime}`}
                onClick={() => replace(own().filter((_, at) => at !== index))}
              />
            </div>
          )}
        </Index>
      </div>
      <IconButton icon={Plus} label={`Add hours on ${props.day.name}`} onClick={add} />
    </fieldset>
  )
}

interface TimeInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
}

/** An end at midnight is kept as 24:00, which the browser's clock calls 00:00. */
function TimeInput(props: TimeInputProps): JSX.Element {
  return (
    <input
      class="control hours-time"
      type="time"
      required
      aria-label={props.label}
      value={props.value === '24:00' ? '00:00' : props.value}
      onChange={(event) => event.currentTarget.value && props.onChange(event.currentTarget.value)}
    />
  )
}
