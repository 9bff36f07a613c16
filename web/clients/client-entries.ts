import { type ConsentChannel, usualConsents } from '../../domain/message.ts'
import { isZone } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { emailProblem } from '../form/email.ts'
import {
  type ClientRecordFragment,
  CreateClientDocument,
  type MessageChannel,
  type ReferralStatus,
  UpdateClientDocument,
} from '../generated/graphql.ts'
import { channelWords, languageWords } from '../messages/message-words.ts'
import { readPhone, showPhone } from './phone.ts'

const usual = usualConsents.map((each) => each.toUpperCase() as Uppercase<ConsentChannel>)

export interface ClientEntries {
  readonly version: number
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly zone: string
  readonly language: string
  readonly consents: readonly MessageChannel[]
  readonly referralStatus: ReferralStatus
}

export function entriesOf(client: ClientRecordFragment | undefined): ClientEntries {
  return {
    version: client?.version ?? 0,
    name: client?.name ?? '',
    email: client?.email ?? '',
    phone: showPhone(client?.phone ?? null),
    zone: client?.zone ?? '',
    language: client?.language ?? 'en',
    consents: client?.consents ?? usual,
    referralStatus: client?.referralStatus ?? 'NEW',
  }
}

/** `E-mail, SMS, in Spanish`. */
export function messagesWords({ consents, language, smsStoppedAt }: ClientRecordFragment): string {
  const ways = consents.filter((each) => each !== 'SMS' || smsStoppedAt === null)
  const stopped = smsStoppedAt === null ? '' : '; the number asked for no more texts'
  if (ways.length === 0) return `None${stopped}`
  return `${ways.map((each) => channelWords[each]).join(', ')}, in ${languageWords(language)}${stopped}`
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
    language: entries.language,
    consents: [...entries.consents],
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateClientDocument, { input })).createClient
  const { referralStatus, version: expectedVersion } = entries
  return (await send(UpdateClientDocument, { input: { ...input, id, expectedVersion, referralStatus } })).updateClient
}
