import './outbox-banner.css'
import Inbox from 'lucide-solid/icons/inbox'
import { type JSX, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { MessageRoutesDocument } from '../generated/graphql.ts'
import { outboxWords } from './outbox-words.ts'

/** Says that messages go nowhere, where no provider is set up for them. */
export function OutboxBanner(): JSX.Element {
  const answer = createAnswer(MessageRoutesDocument, () => ({}))
  const words = () => outboxWords(answer.data()?.messageRoutes ?? [])
  return (
    <div role="status">
      <Show when={words()}>
        {(text) => (
          <p class="outbox-banner">
            <Inbox size={15} />
            <span>{text()}</span>
          </p>
        )}
      </Show>
    </div>
  )
}
