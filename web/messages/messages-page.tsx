import { type JSX, Show } from 'solid-js'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { MessageFilterBar, useMessageFilters } from './message-filters.tsx'
import { OutboxBanner } from './outbox-banner.tsx'
import { SentMessages } from './sent-messages.tsx'
import { StrayTexts } from './stray-texts.tsx'

/** What was sent, what is due, what did not arrive; and what came that belongs to no appointment. */
export default function MessagesPage(): JSX.Element {
  useTitle(() => 'Messages')
  const filters = useMessageFilters()
  return (
    <>
      <TopBar title="Messages">
        <MessageFilterBar filters={filters} />
      </TopBar>
      <OutboxBanner />
      <Show when={filters.view() === 'stray'} fallback={<SentMessages filters={filters} />}>
        <StrayTexts clientId={filters.clientId()} />
      </Show>
    </>
  )
}
