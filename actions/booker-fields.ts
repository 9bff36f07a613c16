import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { checkFields } from '../domain/record.ts'
import { isZone } from '../domain/zone.ts'
import { checkedContact } from './client-fields.ts'
import { isEmail } from './registration-fields.ts'

/** Who books from outside, as it was typed. */
export interface BookerInput {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: string
  readonly zone: string
}

export interface Booker {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: string
  readonly zone: string
}

export type BookerField = 'name' | 'email' | 'phone' | 'consent'

/** Mails to an address that has proved nothing begin with the name: nobody shall send links to others in it. */
const LIKE_A_LINK = /[/@]|www\.|\.[a-z]{2,}(?!\p{L})/u

/** Who books, as it is kept; or the fields that cannot be. */
export function checkedBooker(input: BookerInput): Booker | { readonly wrong: readonly BookerField[] } {
  const fields = checkFields()
  const name = fields.line('name', input.name, 200)
  if (LIKE_A_LINK.test(name)) fields.refuse('name', 'must be a name')
  const phone = withCountry(input.phone.trim())
  const contact = checkedContact(fields, { email: input.email, phone: phone || null, language: input.language })
  const email = contact.email ?? ''
  if (!isEmail(email)) fields.refuse('email', 'must be an address like maya@example.com')
  const wrong = new Set(fields.problems.map(({ path }) => path?.at(-1) as BookerField))
  if (wrong.size > 0) return { wrong: [...wrong] }
  const zone = isZone(input.zone) ? input.zone : 'UTC'
  return { name, email, phone: contact.phone ?? null, language: contact.language ?? 'en', zone }
}

/** A number without its country is taken for one of the country whose appointment codes these are. */
function withCountry(phone: string): string {
  if (phone === '' || phone.startsWith('+')) return phone
  return parsePhoneNumberFromString(phone, 'US')?.number ?? phone
}
