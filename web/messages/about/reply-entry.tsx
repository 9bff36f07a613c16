import Reply from 'lucide-solid/icons/reply'
import { type JSX, Show } from 'solid-js'
import { Badge } from '../../ui/badge.tsx'
import { intentWords } from './intent-words.ts'
import { Moment } from './moment.tsx'
import type { ReceivedReply } from './story.ts'

/** What the client answered, in her own words, and what she was told. */
export function ReplyEntry(props: { readonly reply: ReceivedReply }): JSX.Element {
  const isUnclear = () => props.reply.intent === 'UNRECOGNISED'
  return (
    <div class="story-reply">
      <blockquote>{props.reply.text}</blockquote>
      <Badge icon={Reply} tone={isUnclear() ? 'warning' : 'accent'}>
        {intentWords[props.reply.intent]}
      </Badge>
      <p class="story-how">
        Reply
        <Moment at={props.reply.receivedAt} />
      </p>
      <Show when={props.reply.answer}>{(answer) => <p class="story-answer">Answered: {answer()}</p>}</Show>
    </div>
  )
}
