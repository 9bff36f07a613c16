import { type FieldCheck, given } from '../domain/record.ts'
import { HIGHEST_POSITION } from './resource-fields.ts'

const HIGHEST_PRICE_CENTS = 100_000_000
const LONGEST_BUFFER_MINUTES = 120

export interface AppointmentTypeInput {
  readonly name?: string | null
  readonly category?: string | null
  readonly minutes?: number | null
  readonly bufferBeforeMinutes?: number | null
  readonly bufferAfterMinutes?: number | null
  readonly hue?: number | null
  readonly needsRoom?: boolean | null
  readonly priceCents?: number | null
  readonly cptCode?: string | null
  readonly position?: number | null
}

/** What was given of an appointment type, as it is kept. */
export function checkedAppointmentType(fields: FieldCheck, input: AppointmentTypeInput) {
  const price = fields.number('priceCents', input.priceCents, 0, HIGHEST_PRICE_CENTS)
  return given({
    name: fields.line('name', input.name, 200),
    category: fields.line('category', input.category, 100),
    minutes: fields.number('minutes', input.minutes, 5, 720),
    bufferBeforeMinutes: fields.number('bufferBeforeMinutes', input.bufferBeforeMinutes, 0, LONGEST_BUFFER_MINUTES),
    bufferAfterMinutes: fields.number('bufferAfterMinutes', input.bufferAfterMinutes, 0, LONGEST_BUFFER_MINUTES),
    hue: fields.number('hue', input.hue, 0, 359),
    needsRoom: input.needsRoom ?? undefined,
    priceCents: input.priceCents === null ? null : price,
    cptCode: checkedCptCode(fields, input.cptCode),
    position: fields.number('position', input.position, 0, HIGHEST_POSITION),
  })
}

function checkedCptCode(fields: FieldCheck, code: string | null | undefined): string | null | undefined {
  if (!code) return code === '' ? null : code
  const kept = code.trim().toUpperCase()
  if (!/^[0-9A-Z]{5}$/.test(kept)) fields.refuse('cptCode', 'must be five letters or digits')
  return kept
}
