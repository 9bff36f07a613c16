import { type BookingSettingsRow, getBookingSettings, saveBookingSettings } from '../db/queries/booking-settings.ts'
import { listResources } from '../db/queries/resources.ts'
import { type BookingSettings, originOf } from '../domain/booking-settings.ts'
import { checkFields, type FieldCheck, given, type RecordProblem } from '../domain/record.ts'
import { manyLines, textProblem } from '../domain/text.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'

/** What is left out stays; null takes a text away, and of therapists shows everybody. */
export interface UpdateBookingSettingsInput extends Repeatable {
  readonly expectedVersion: number
  readonly open?: boolean | null
  readonly therapistIds?: readonly string[] | null
  readonly origins?: readonly string[] | null
  readonly confirmsEmail?: boolean | null
  readonly offersWaitlist?: boolean | null
  readonly moveNoticeMinutes?: number | null
  readonly cancelNoticeMinutes?: number | null
  readonly policy?: string | null
  readonly consent?: string | null
}

const LONGEST_NOTICE = 30 * 24 * 60
const MOST_ORIGINS = 20
const MOST_THERAPISTS = 500

/** Changes how the clinic is booked from outside. */
export function updateBookingSettings(
  context: ActionContext,
  input: UpdateBookingSettingsInput,
): Promise<RecordSaved<BookingSettingsRow> | RecordRefused> {
  for (const id of input.therapistIds ?? []) checkId(id, 'therapist', ['input', 'therapistIds'])
  const fields = checkFields()
  const changes = checkedSettings(fields, input)
  return changeRecord<BookingSettingsRow>(context, {
    right: 'manage_settings',
    operation: 'updateBookingSettings',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const before = await getBookingSettings(trx, clinicId)
      if (before.version !== input.expectedVersion) return { refused: [stale] }
      const { version: _version, ...settings } = { ...before, ...changes }
      const therapists = await listResources(trx, clinicId, { kind: 'therapist' })
      const known = new Set(therapists.map(({ id }) => id))
      if (settings.therapistIds?.some((id) => !known.has(id))) return { refused: [stranger] }
      if (!(await saveBookingSettings(trx, clinicId, settings, before.version, now))) return { refused: [stale] }
      const record = await getBookingSettings(trx, clinicId)
      const entry = { action: 'update booking settings', kind: 'booking_settings' as const, id: clinicId }
      return { written: { kind: 'saved', record }, log: [{ ...entry, version: record.version, before, after: record }] }
    },
  })
}

const stale: RecordProblem = {
  code: 'STALE_VERSION',
  message: 'Online booking was changed after you saw it.',
  path: ['input', 'expectedVersion'],
}

const stranger: RecordProblem = {
  code: 'INVALID',
  message: 'One of these is no therapist of the clinic.',
  path: ['input', 'therapistIds'],
}

function checkedSettings(fields: FieldCheck, input: UpdateBookingSettingsInput): Partial<BookingSettings> {
  const notice = (field: 'moveNoticeMinutes' | 'cancelNoticeMinutes') =>
    fields.number(field, input[field], 0, LONGEST_NOTICE) ?? undefined
  if ((input.therapistIds?.length ?? 0) > MOST_THERAPISTS) fields.refuse('therapistIds', 'are too many')
  return given({
    ...{ open: input.open ?? undefined, confirmsEmail: input.confirmsEmail ?? undefined },
    offersWaitlist: input.offersWaitlist ?? undefined,
    ...{ moveNoticeMinutes: notice('moveNoticeMinutes'), cancelNoticeMinutes: notice('cancelNoticeMinutes') },
    ...{ therapistIds: input.therapistIds && [...new Set(input.therapistIds)], origins: checkedOrigins(fields, input) },
    ...{
      policy: textIn(fields, 'policy', input.policy, 2000),
      consent: textIn(fields, 'consent', input.consent, 4000),
    },
  })
}

function checkedOrigins(fields: FieldCheck, { origins }: UpdateBookingSettingsInput): readonly string[] | undefined {
  if (origins == null) return undefined
  // Reading an address would let fall what cannot be kept of it.
  const sites = origins.map((each) => (textProblem(each, 300) ? undefined : originOf(each.trim())))
  if (sites.some((each) => each === undefined)) fields.refuse('origins', 'are sites like https://www.harbor.example')
  if (sites.length > MOST_ORIGINS) fields.refuse('origins', `are at most ${MOST_ORIGINS} sites`)
  return [...new Set(sites.filter((each) => each !== undefined))]
}

function textIn(
  fields: FieldCheck,
  field: string,
  text: string | null | undefined,
  most: number,
): string | null | undefined {
  if (text === null || text === undefined) return text
  const problem = textProblem(text.replaceAll('\r\n', '\n'), most)
  if (problem) fields.refuse(field, problem)
  return problem ? undefined : manyLines(text) || null
}
