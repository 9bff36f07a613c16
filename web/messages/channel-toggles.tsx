import '../ui/chips.css'
import './channel-mark.css'
import { For, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { MessageChannel } from '../generated/graphql.ts'
import { channelIcons } from './channel-mark.tsx'
import { channelWords } from './message-words.ts'

interface ChannelTogglesProps {
  /** What goes this way; read aloud, not shown. */
  readonly label: string
  readonly value: readonly MessageChannel[]
  readonly options: readonly MessageChannel[]
  readonly onChange: (value: readonly MessageChannel[]) => void
}

/** The ways a message goes, each on or off. */
export function ChannelToggles(props: ChannelTogglesProps): JSX.Element {
  // In the order of the options, however they were switched.
  const toggle = (channel: MessageChannel, isOn: boolean) =>
    props.onChange(props.options.filter((each) => (each === channel ? isOn : props.value.includes(each))))
  return (
    <fieldset class="channel-toggles">
      <legend class="aside">{props.label}</legend>
      <For each={props.options}>
        {(channel) => (
          <label class="chip channel-chip">
            <input
              type="checkbox"
              checked={props.value.includes(channel)}
              onChange={(event) => toggle(channel, event.currentTarget.checked)}
            />
            <Dynamic component={channelIcons[channel]} size={14} />
            {channelWords[channel]}
          </label>
        )}
      </For>
    </fieldset>
  )
}
