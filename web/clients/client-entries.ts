import { isZone } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { emailProblem } from '../form/email.ts'
import {
  type ClientRecordFragment,
  CreateClientDocument,
  type ReferralStatus,
  UpdateClientDocument,
} from '../generated/graphql.ts'
import { readPhone, showPhone } from './phone.ts'

export interface ClientEntries {
  readonly version: number
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly zone: string
  readonly referralStatus: ReferralStatus
}

export function entriesOf(client: ClientRecordFragment | undefined): ClientEntries {
  return {
    version: client?.version ?? 0,
    name: client?.name ?? '',
    email: client?.email ?? '',
    phone: showPhone(client?.phone ?? null),
    zone: client?.zone ?? '',
    referralStatus: client?.referralStatus ?? 'NEW',
  }
}

export function checkClient(entries: ClientEntries) {
  const { email, phone, zone } = entries
  return {
    email: email.trim() ? emailProblem(email) : undefined,
    phone: phone.trim() && !readPhone(phone) ? 'Write it with its country, like +1 202 555 0123.' : undefined,
    zone: zone.trim() && !isZone(zone.trim()) ? 'Write a zone like America/New_York.' : undefined,
  }
}

export async function saveClient(id: string | undefined, entries: ClientEntries, clientMutationId: string) {
  const input = {
    name: entries.name,
    email: entries.email.trim() || null,
    phone: readPhone(entries.phone) ?? null,
    zone: entries.zone.trim() || null,
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateClientDocument, { input })).createClient
  const { referralStatus, version: expectedVersion } = entries
  return (await send(UpdateClientDocument, { input: { ...input, id, expectedVersion, referralStatus } })).updateClient
}
