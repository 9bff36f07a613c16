import { send } from '../api/client.ts'
import type { ChosenClient, NewClient } from '../booking/draft.ts'
import { type EntryProblems, newClientProblems } from '../booking/entry-problems.ts'
import { sendNewClient } from '../booking/send-booking.ts'
import type { FormProblem, Refused } from '../form/create-form.ts'
import {
  type DayPart,
  JoinWaitlistDocument,
  type JoinWaitlistMutation,
  type ReferralSource,
  UpdateWaitlistEntryDocument,
  type UpdateWaitlistEntryMutation,
  type WaitlistLineFragment,
  type WaitlistUrgency,
} from '../generated/graphql.ts'

/** Named as the fields of the input, so that a refusal finds its field. */
export interface EntryEntries {
  readonly version: number
  readonly clientId: ChosenClient | undefined
  readonly newClient: NewClient | undefined
  readonly typeId: string
  readonly therapistIds: readonly string[]
  /** Empty for any. */
  readonly skill: string
  readonly days: readonly number[]
  readonly parts: readonly DayPart[]
  readonly fromOn: string
  readonly untilOn: string
  readonly noticeMinutes: string
  readonly urgency: WaitlistUrgency
  readonly referralSource: ReferralSource | ''
  readonly payer: string
  readonly note: string
}

export function entriesOf(entry: WaitlistLineFragment): EntryEntries {
  return {
    ...{ version: entry.version, clientId: entry.client, newClient: undefined, typeId: entry.type.id },
    ...{ therapistIds: entry.therapists?.map((each) => each.id) ?? [], skill: entry.skill ?? '' },
    ...{ days: entry.days ?? [], parts: entry.parts ?? [], fromOn: entry.fromOn ?? '', untilOn: entry.untilOn ?? '' },
    ...{ noticeMinutes: String(entry.noticeMinutes), urgency: entry.urgency, payer: entry.payer ?? '' },
    ...{ referralSource: entry.referralSource ?? '', note: entry.note ?? '' },
  }
}

export function emptyEntries(client: ChosenClient | undefined): EntryEntries {
  return {
    ...{ version: 0, clientId: client, newClient: undefined, typeId: '', therapistIds: [], skill: '' },
    ...{ days: [], parts: [], fromOn: '', untilOn: '', noticeMinutes: '0', urgency: 'ROUTINE' },
    ...{ referralSource: '', payer: '', note: '' },
  }
}

export function checkEntries({ clientId, fromOn, newClient, typeId, untilOn }: EntryEntries) {
  return {
    clientId: clientId || newClient ? undefined : 'Choose who waits.',
    ...(newClient && newClientPart(newClientProblems(newClient))),
    typeId: typeId ? undefined : 'Choose what for.',
    untilOn: fromOn && untilOn && untilOn < fromOn ? 'This is before the first day.' : undefined,
  }
}

function newClientPart({ email, name, phone }: EntryProblems) {
  return { 'newClient.name': name, 'newClient.phone': phone, 'newClient.email': email }
}

type Saved =
  | Exclude<JoinWaitlistMutation['joinWaitlist'], { __typename: 'RecordRefused' }>
  | Exclude<UpdateWaitlistEntryMutation['updateWaitlistEntry'], { __typename: 'RecordRefused' }>

/** Puts somebody on the list, who may be new to the clinic, or changes what would suit her. */
export async function saveEntry(
  id: string | undefined,
  entries: EntryEntries,
  ids: { readonly change: string; readonly client: string },
  onClient: (client: ChosenClient) => void,
): Promise<Saved | Refused> {
  const wishes = { ...wishesOf(entries), clientMutationId: ids.change }
  if (id !== undefined) {
    const input = { ...wishes, id, expectedVersion: entries.version }
    return (await send(UpdateWaitlistEntryDocument, { input })).updateWaitlistEntry
  }
  const kept = entries.clientId ? { client: entries.clientId } : await keepNewClient(entries.newClient!, ids.client)
  if ('problems' in kept) return { __typename: 'RecordRefused', ...kept }
  if (entries.newClient) onClient(kept.client)
  const input = { ...wishes, clientId: kept.client.id, typeId: entries.typeId }
  return (await send(JoinWaitlistDocument, { input })).joinWaitlist
}

/** The client as kept now, or what is wrong with the entries. */
async function keepNewClient(
  entries: NewClient,
  clientMutationId: string,
): Promise<{ readonly client: ChosenClient } | { readonly problems: readonly FormProblem[] }> {
  const answer = await sendNewClient(entries, clientMutationId)
  if ('client' in answer) return answer
  return { problems: answer.problems.map(({ message, path }) => problemOf(message, path?.at(-1) ?? '')) }
}

function problemOf(message: string, field: string): FormProblem {
  const part = field === 'phone' || field === 'email' ? field : 'name'
  return { code: 'INVALID', message, path: ['newClient', part] }
}

function wishesOf(entries: EntryEntries) {
  const { days, fromOn, noticeMinutes, note, parts, payer, referralSource, skill, therapistIds, untilOn } = entries
  return {
    ...{ therapistIds: orNull(therapistIds), days: orNull(days), parts: orNull(parts) },
    ...{ skill: skill || null, fromOn: fromOn || null, untilOn: untilOn || null },
    ...{ noticeMinutes: Number(noticeMinutes), urgency: entries.urgency, referralSource: referralSource || null },
    ...{ payer: payer.trim() || null, note: note.trim() || null },
  }
}

/** What is all the same to her is null. */
function orNull<Value>(values: readonly Value[]): Value[] | null {
  return values.length > 0 ? [...values] : null
}
