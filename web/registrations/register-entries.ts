import { send } from '../api/client.ts'
import { readPhone } from '../clients/phone.ts'
import type { FormProblem, Refused } from '../form/create-form.ts'
import { emailProblem } from '../form/email.ts'
import {
  type ClientRecordFragment,
  RegisterAtDeskDocument,
  type RegisterForEventInput,
  type RegistrationRefusalFragment,
} from '../generated/graphql.ts'
import { ordinal } from '../repeat/rule-words.ts'

export const MOST_PLACES = 10

/** Named as the fields of the input, so that a refusal finds its field. */
export interface RegisterEntries {
  readonly version: number
  readonly clientId: ClientRecordFragment | undefined
  /** Whoever is no client is entered here. */
  readonly isGuest: boolean
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly places: string
}

export const emptyEntries: RegisterEntries = {
  ...{ version: 0, clientId: undefined, isGuest: false },
  ...{ name: '', email: '', phone: '', places: '1' },
}

/** A client who has none is asked for it: the confirmation goes there. */
export function asksEmail({ clientId, isGuest }: Pick<RegisterEntries, 'clientId' | 'isGuest'>): boolean {
  return isGuest || clientId?.email === null
}

export function checkEntries(entries: RegisterEntries) {
  const { clientId, isGuest, name, email, phone, places } = entries
  const many = Number(places)
  return {
    clientId: isGuest || clientId ? undefined : 'Choose who comes.',
    name: isGuest && name.trim() === '' ? 'Write the name.' : undefined,
    email: asksEmail(entries) ? emailProblem(email) : undefined,
    phone: phone.trim() === '' || readPhone(phone) ? undefined : 'Write a number, like +1 202 555 0123.',
    places: Number.isInteger(many) && many >= 1 && many <= MOST_PLACES ? undefined : `From 1 to ${MOST_PLACES}.`,
  }
}

function inputOf(entries: RegisterEntries): Omit<RegisterForEventInput, 'eventId'> {
  const { clientId, isGuest, name, email, phone, places } = entries
  return {
    ...(isGuest ? { name: name.trim(), phone: readPhone(phone) ?? null } : { clientId: clientId?.id ?? null }),
    ...(asksEmail(entries) && { email: email.trim() }),
    places: Number(places),
  }
}

interface Told {
  readonly __typename: 'Told'
  readonly id: string
  /** `Ana Diaz has a place.` */
  readonly words: string
}

/** Takes a place for somebody, or one in line where there is none. */
export async function register(
  what: { readonly eventId: string; readonly sessionId: string | null },
  entries: RegisterEntries,
  clientMutationId: string,
): Promise<Told | Refused> {
  const input = { ...what, ...inputOf(entries), clientMutationId }
  const { registerForEvent: answer } = await send(RegisterAtDeskDocument, { input })
  if (answer.__typename === 'RegistrationRefused') return asRefused(answer)
  const { id, name } = answer.registration
  const isPlaced = answer.__typename === 'Registered'
  const words = isPlaced
    ? `${name} has a place.`
    : `All places are taken: ${name} is ${ordinal(answer.position)} in line.`
  return { __typename: 'Told', id, words }
}

/** Each at its field where it names one. */
export function asRefused({ problems }: RegistrationRefusalFragment): Refused {
  return {
    __typename: 'RecordRefused',
    problems: problems.map(({ message, path }): FormProblem => ({ code: 'INVALID', message, path })),
  }
}
