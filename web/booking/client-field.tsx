import { type JSX, Show } from 'solid-js'
import { findClients, reachOf } from '../clients/find-clients.ts'
import { Button } from '../ui/button.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ChosenClient, Draft, NewClient } from './draft.ts'

type Who = Pick<Draft, 'client' | 'newClient'>

/** Whatever somebody is entered for: an appointment, a place on the waitlist. */
export interface ClientHolder {
  readonly draft: Who
  readonly set: (change: Partial<Who>) => void
  readonly problem: (field: 'client' | 'name' | 'phone' | 'email') => string | undefined
}

/** Who comes: somebody the clinic knows, or somebody new, entered on the spot. */
export function ClientField(props: { readonly booking: ClientHolder; readonly mayCreate: boolean }): JSX.Element {
  const { booking } = props
  const create = {
    label: (words: string) => `New client “${words}”`,
    run: (words: string) => booking.set({ client: undefined, newClient: beginNew(words) }),
  }
  return (
    <Show
      when={booking.draft.newClient}
      fallback={
        <Combobox<ChosenClient>
          label="Client"
          required
          autofocus={booking.draft.client === undefined}
          placeholder="Name, phone or e-mail"
          value={booking.draft.client}
          text={(client) => client.name}
          detail={reachOf}
          hint={booking.draft.client && reachOf(booking.draft.client)}
          problem={booking.problem('client')}
          search={findClients}
          onChange={(client) => booking.set({ client })}
          create={props.mayCreate ? create : undefined}
        />
      }
    >
      {(entries) => <NewClientFields booking={booking} entries={entries()} />}
    </Show>
  )
}

function NewClientFields(props: { readonly booking: ClientHolder; readonly entries: NewClient }): JSX.Element {
  const { booking } = props
  const change = (part: Partial<NewClient>) => booking.set({ newClient: { ...props.entries, ...part } })
  const hasName = props.entries.name !== ''
  return (
    <fieldset class="booking-client">
      <legend>New client</legend>
      <TextField
        label="Name"
        required
        autofocus={!hasName}
        value={props.entries.name}
        problem={booking.problem('name')}
        onInput={(name) => change({ name })}
      />
      <div class="form-pair">
        <TextField
          label="Phone"
          type="tel"
          autofocus={hasName}
          value={props.entries.phone}
          problem={booking.problem('phone')}
          onInput={(phone) => change({ phone })}
        />
        <TextField
          label="E-mail"
          type="email"
          value={props.entries.email}
          problem={booking.problem('email')}
          onInput={(email) => change({ email })}
        />
      </div>
      <Button kind="quiet" onClick={() => booking.set({ newClient: undefined })}>
        Choose a client instead
      </Button>
    </fieldset>
  )
}

// What was searched for is most often the name; digits or an @ are what one is reached by.
function beginNew(words: string): NewClient {
  if (words.includes('@')) return { name: '', phone: '', email: words }
  return /^[+\d][\d\s().-]{4,}$/.test(words)
    ? { name: '', phone: words, email: '' }
    : { name: words, phone: '', email: '' }
}
