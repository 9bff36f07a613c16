import './notice-row.css'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, type JSX, Show } from 'solid-js'
import type { MessageChannel } from '../generated/graphql.ts'
import { ChannelToggles } from '../messages/channel-toggles.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { noticeHint, noticeName } from './notice-words.ts'
import { minutesIn, type Offset, type OffsetUnit, offsetProblem } from './offset.ts'
import { type NoticeEntries, noticeProblem } from './policy-entries.ts'

interface NoticeRowProps {
  readonly notice: NoticeEntries
  readonly channels: readonly MessageChannel[]
  /** When it would leave for an appointment that might be. */
  readonly example: string | undefined
  readonly onChange: (change: Partial<NoticeEntries>) => void
}

/** One message of the policy: on or off, how long before or after, and on which channels. */
export function NoticeRow(props: NoticeRowProps): JSX.Element {
  const name = () => noticeName(props.notice)
  return (
    <li class="notice-row" classList={{ off: !props.notice.on }}>
      <Switch label={name()} checked={props.notice.on} onChange={(on) => props.onChange({ on })} />
      <div class="notice-what">
        <p class="notice-name">{name()}</p>
        <Show when={noticeHint(props.notice)}>{(hint) => <p class="notice-hint">{hint()}</p>}</Show>
        <Show when={props.notice.on && props.example}>{(text) => <p class="notice-hint figures">{text()}</p>}</Show>
        <FieldProblem text={noticeProblem(props.notice)} />
      </div>
      <Show when={props.notice.on}>
        <div class="notice-how">
          <Show when={props.notice.offset}>
            {(offset) => (
              <OffsetFields
                offset={offset()}
                side={props.notice.kind === 'FOLLOW_UP' ? 'after' : 'before'}
                onChange={(change) => props.onChange({ offset: { ...offset(), ...change } })}
              />
            )}
          </Show>
          <ChannelToggles
            label={`Channels, ${name()}`}
            value={props.notice.channels}
            options={props.channels}
            onChange={(channels) => props.onChange({ channels })}
          />
        </div>
      </Show>
    </li>
  )
}

interface OffsetFieldsProps {
  readonly offset: Offset
  readonly side: 'before' | 'after'
  readonly onChange: (change: Partial<Offset>) => void
}

function OffsetFields(props: OffsetFieldsProps): JSX.Element {
  const units = Object.keys(minutesIn) as OffsetUnit[]
  const choose = (value: string) => {
    const unit = units.find((each) => each === value)
    if (unit) props.onChange({ unit })
  }
  return (
    <div class="notice-offset">
      <input
        class="control"
        inputmode="numeric"
        aria-label={`How long ${props.side}`}
        aria-invalid={offsetProblem(props.offset) ? true : undefined}
        value={props.offset.amount}
        onInput={(event) => props.onChange({ amount: event.currentTarget.value })}
      />
      <span class="select">
        <select class="control" aria-label="Unit" onChange={(event) => choose(event.currentTarget.value)}>
          <For each={units}>
            {(unit) => (
              <option value={unit} selected={unit === props.offset.unit}>
                {unit}
              </option>
            )}
          </For>
        </select>
        <ChevronDown size={14} />
      </span>
      <span class="notice-side">{props.side}</span>
    </div>
  )
}
