import { ask } from '../api/client.ts'
import { type ClientRecordFragment, ClientsDocument } from '../generated/graphql.ts'
import { showPhone } from './phone.ts'

const MOST_FOUND = 8

/** The active clients whose name, phone or e-mail fits the words. */
export async function findClients(words: string): Promise<readonly ClientRecordFragment[]> {
  const { clients } = await ask(ClientsDocument, { search: words || null, first: MOST_FOUND, activeOnly: true })
  return clients.nodes
}

/** By what a client is reached, which also tells two of the same name apart. */
export function reachOf({ phone, email }: Pick<ClientRecordFragment, 'phone' | 'email'>): string {
  return [showPhone(phone), email].filter(Boolean).join(' · ')
}
