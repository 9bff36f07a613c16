import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { type ConsentChannel, consentChannels } from '../domain/message.ts'
import type { FieldCheck } from '../domain/record.ts'
import { isZone } from '../domain/zone.ts'

export const LONGEST_EMAIL = 254

export interface ContactInput {
  readonly email?: string | null
  readonly phone?: string | null
  readonly zone?: string | null
  readonly language?: string | null
  readonly consents?: readonly string[] | null
}

/** How to reach a client, as it is kept; what was not given stays undefined. */
export function checkedContact(fields: FieldCheck, input: ContactInput) {
  return {
    email: fields.lineOrNull('email', input.email, LONGEST_EMAIL),
    phone: checkedPhone(fields, input.phone),
    zone: checkedZone(fields, input.zone),
    language: checkedLanguage(fields, input.language),
    consents: checkedConsents(fields, input.consents),
  }
}

function checkedLanguage(fields: FieldCheck, language: string | null | undefined): string | undefined {
  if (language == null) return undefined
  if (!/^[a-z]{2}$/.test(language)) fields.refuse('language', 'must be a code of ISO 639-1, like en or es')
  return language
}

/** Each once and in one order, so that the same consents are the same row. */
function checkedConsents(
  fields: FieldCheck,
  consents: readonly string[] | null | undefined,
): readonly ConsentChannel[] | undefined {
  if (consents == null) return undefined
  const known: readonly string[] = consentChannels
  if (consents.some((each) => !known.includes(each)))
    fields.refuse('consents', 'name EMAIL, SMS or VOICE; other channels need none')
  return consentChannels.filter((each) => consents.includes(each))
}

/** E.164. Numbers that could exist are taken, also those that no telephone company has given out yet. */
export function checkedPhone(
  fields: FieldCheck,
  phone: string | null | undefined,
  field = 'phone',
): string | null | undefined {
  if (phone === null || phone === undefined) return phone
  const parsed = parsePhoneNumberFromString(phone)
  if (!parsed?.isPossible()) {
    fields.refuse(field, 'must be a telephone number with its country, like +1 202 555 0123')
    return null
  }
  return parsed.number
}

function checkedZone(fields: FieldCheck, zone: string | null | undefined): string | null | undefined {
  if (zone && !isZone(zone)) fields.refuse('zone', 'must be a zone of the IANA database, like America/New_York')
  return zone
}
