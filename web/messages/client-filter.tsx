import { createResource, type JSX } from 'solid-js'
import { ask } from '../api/client.ts'
import { ClientDocument, ClientsDocument } from '../generated/graphql.ts'
import { Combobox } from '../ui/combobox.tsx'

const MOST_FOUND = 8

interface FoundClient {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

interface ClientFilterProps {
  readonly clientId: string | undefined
  readonly onChange: (id: string) => void
}

/** Whose messages are shown: found by name. */
export function ClientFilter(props: ClientFilterProps): JSX.Element {
  const [chosen] = createResource(
    () => props.clientId,
    async (id) => (await ask(ClientDocument, { id })).client ?? undefined,
  )
  return (
    <Combobox<FoundClient>
      label="Client"
      placeholder="Any client"
      value={props.clientId ? (chosen.error ? undefined : chosen.latest) : undefined}
      text={(client) => client.name}
      detail={(client) => client.email ?? ''}
      search={searchClients}
      onChange={(client) => props.onChange(client?.id ?? '')}
    />
  )
}

async function searchClients(words: string): Promise<readonly FoundClient[]> {
  return (await ask(ClientsDocument, { search: words || null, first: MOST_FOUND })).clients.nodes
}
