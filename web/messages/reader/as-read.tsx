import { type JSX, Match, Switch } from 'solid-js'
import type { MessageChannel } from '../../generated/graphql.ts'
import { viewer } from '../../session/session.ts'
import { MailFrame } from './mail-frame.tsx'
import { PhoneBubble } from './phone-bubble.tsx'
import { SpokenText } from './spoken-text.tsx'

interface AsReadProps {
  readonly channel: MessageChannel
  readonly content: {
    readonly subject: string | null
    readonly text: string
    readonly html: string | null
    readonly attachments?: readonly { readonly name: string }[]
  }
  /** Beneath a text message: how long it is. */
  readonly below?: JSX.Element
}

/** A message as whoever it is for sees or hears it. */
export function AsRead(props: AsReadProps): JSX.Element {
  const from = () => viewer().clinic.name
  return (
    <Switch fallback={<MailFrame from={from()} {...props.content} />}>
      <Match when={props.channel === 'SMS'}>
        <PhoneBubble from={from()} text={props.content.text} below={props.below} />
      </Match>
      <Match when={props.channel === 'VOICE'}>
        <SpokenText text={props.content.text} />
      </Match>
    </Switch>
  )
}
