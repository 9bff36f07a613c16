import './waitlist.css'
import './elsewhere.css'
import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { For, type JSX, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { WaitlistDocument } from '../generated/graphql.ts'
import { mayBook } from '../session/may-book.ts'
import { Button } from '../ui/button.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { EntryState } from './state-mark.tsx'
import { waitingInWords, whenInWords, whomInWords } from './waitlist-words.ts'

/** What a client waits for. */
export function ClientWaiting(props: { readonly clientId: string }): JSX.Element {
  const navigate = useNavigate()
  const answer = createAnswer(WaitlistDocument, () => ({ filter: { clientId: props.clientId }, first: 20 }))
  const entries = () => answer.data()?.waitlist.nodes ?? []
  return (
    <section class="panel-section">
      <h3>Waitlist</h3>
      <Show when={answer.failure()}>
        {(failure) => <p class="waitlist-quiet">{wordsOfFailure(failure()).what}.</p>}
      </Show>
      <ul class="client-waiting">
        <For each={entries()}>
          {(entry) => (
            <li>
              <p>
                <HueMark hue={entry.type.hue} />
                <button type="button" class="link-button" onClick={() => navigate(`/waitlist/${entry.id}`)}>
                  {entry.type.name}
                </button>
                <EntryState status={entry.status} />
              </p>
              <p class="waitlist-quiet">
                {whomInWords(entry)}. {whenInWords(entry)}. Waiting {waitingInWords(entry.waitingDays)}.
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={mayBook()}>
        <div>
          <Button kind="quiet" icon={Plus} onClick={() => navigate(`/waitlist/new?client=${props.clientId}`)}>
            Put on the waitlist
          </Button>
        </div>
      </Show>
    </section>
  )
}
