import { checkFields, type FieldCheck } from '../domain/record.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { checkedContact, LONGEST_EMAIL } from './client-fields.ts'

/** Who comes, as it was typed. */
export interface RegistrantInput {
  readonly name?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly language?: string | null
  readonly places?: number | null
}

export interface Registrant {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly language: string | null
  readonly places: number
}

const MOST_PLACES = 10

/** Who comes, as it is kept; or what is wrong with it. */
export function checkedRegistrant(input: RegistrantInput): Registrant | { problems: readonly RegistrationProblem[] } {
  const fields = checkFields()
  const contact = checkedContact(fields, { ...input, zone: null, consents: null })
  const email = contact.email ?? null
  if (email !== null && !isEmail(email)) fields.refuse('email', 'must be an address like maya@example.com')
  const registrant = {
    ...{ name: nameOf(fields, input), email, phone: contact.phone ?? null, language: contact.language ?? null },
    places: fields.number('places', input.places, 1, MOST_PLACES) ?? 1,
  }
  return fields.problems.length > 0 ? { problems: fields.problems.map(asInvalid) } : registrant
}

function nameOf(fields: FieldCheck, { name }: RegistrantInput): string | null {
  return name == null ? null : fields.line('name', name, 200)
}

export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text)
}

/** What is asked of everybody who registers and was not given. */
export function missingProblems({ name, email }: Pick<Registrant, 'name' | 'email'>): RegistrationProblem[] {
  const missing: RegistrationProblem[] = []
  if (name === null) missing.push({ code: 'INVALID', message: 'Name must not be empty.', path: ['input', 'name'] })
  if (email === null) missing.push({ code: 'INVALID', message: 'E-mail must not be empty.', path: ['input', 'email'] })
  return missing
}

function asInvalid({ message, path }: FieldCheck['problems'][number]): RegistrationProblem {
  return { code: 'INVALID', message, ...(path && { path }) }
}
