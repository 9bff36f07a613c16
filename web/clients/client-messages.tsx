import './client-messages.css'
import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import type { MessageChannel } from '../generated/graphql.ts'
import { ChannelToggles } from '../messages/channel-toggles.tsx'
import { languageWords } from '../messages/message-words.ts'
import { timeInWords } from '../session/when.ts'
import { Notice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { ClientEntries } from './client-entries.ts'

/** The portal disturbs nobody and is not asked about. */
const asked: readonly MessageChannel[] = ['EMAIL', 'SMS', 'VOICE']

/** In which messages have words from the start. */
const written = ['en', 'es']

interface ClientMessagesProps {
  readonly form: Form<ClientEntries>
  /** Since when the client’s number takes no texts. */
  readonly stoppedAt: string | null
}

/** How the client is written to: in which language, and on which channels. */
export function ClientMessages(props: ClientMessagesProps): JSX.Element {
  const { form } = props
  const languages = () => [...new Set([...written, form.values.language])]
  return (
    <>
      <SelectField
        label="Language of messages"
        value={form.values.language}
        options={languages().map((value) => ({ value, label: languageWords(value) }))}
        problem={form.problem('language')}
        onChange={(language) => form.set('language', language)}
      />
      <div class="client-consents">
        <p class="field-label" aria-hidden="true">
          Messages by
        </p>
        <ChannelToggles
          label="Messages by"
          options={asked}
          value={form.values.consents}
          onChange={(consents) => form.set('consents', consents)}
        />
        <p class="field-hint">{consentWords(form.values)}</p>
      </div>
      <Show when={props.stoppedAt}>
        {(at) => (
          <Notice tone="warning">
            This number asked for no more texts on {timeInWords(at())}. It gets none until it texts START.
          </Notice>
        )}
      </Show>
    </>
  )
}

/** What follows from what is chosen, where that is not plain to see. */
function consentWords({ consents, email, phone }: ClientEntries): string {
  if (consents.length === 0) return 'The client gets no messages at all.'
  if (!email.trim() && !phone.trim()) return 'Nobody can be written to without an e-mail address or a phone number.'
  return 'Only what the client has agreed to.'
}
