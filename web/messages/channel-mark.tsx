import './channel-mark.css'
import AppWindow from 'lucide-solid/icons/app-window'
import Mail from 'lucide-solid/icons/mail'
import MessageSquare from 'lucide-solid/icons/message-square'
import Phone from 'lucide-solid/icons/phone'
import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { MessageChannel } from '../generated/graphql.ts'
import { channelWords } from './message-words.ts'

export const channelIcons = { EMAIL: Mail, SMS: MessageSquare, VOICE: Phone, PORTAL: AppWindow } as const

/** How a message reaches its reader: an icon and a word. */
export function ChannelMark(props: { readonly channel: MessageChannel }): JSX.Element {
  return (
    <span class="channel-mark">
      <Dynamic component={channelIcons[props.channel]} size={14} />
      {channelWords[props.channel]}
    </span>
  )
}
