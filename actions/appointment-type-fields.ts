import { type FieldCheck, given } from '../domain/record.ts'
import { checkedWords, HIGHEST_POSITION, LARGEST_ROOM } from './resource-fields.ts'

const HIGHEST_PRICE_CENTS = 100_000_000
const LONGEST_BUFFER_MINUTES = 120
const HIGHEST_DAILY_LIMIT = 100
const LONGEST_LEAD_MINUTES = 90 * 24 * 60
const DAY_MINUTES = 24 * 60
const FURTHEST_HORIZON_DAYS = 1830

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
  readonly requiredSkills?: readonly string[] | null
  readonly requiredFeatures?: readonly string[] | null
  readonly minCapacity?: number | null
  /** Null for no limit. */
  readonly dailyLimit?: number | null
  readonly online?: boolean | null
  readonly leadMinutes?: number | null
  readonly horizonDays?: number | null
  readonly position?: number | null
}

/** What was given of an appointment type, as it is kept. */
export function checkedAppointmentType(fields: FieldCheck, input: AppointmentTypeInput) {
  const price = fields.number('priceCents', input.priceCents, 0, HIGHEST_PRICE_CENTS)
  const limit = fields.number('dailyLimit', input.dailyLimit, 1, HIGHEST_DAILY_LIMIT)
  const { leadMinutes, horizonDays } = input
  if (leadMinutes != null && horizonDays != null && leadMinutes >= horizonDays * DAY_MINUTES)
    fields.refuse('horizonDays', 'must reach further than the lead time')
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
    requiredSkills: checkedWords(fields, 'requiredSkills', input.requiredSkills),
    requiredFeatures: checkedWords(fields, 'requiredFeatures', input.requiredFeatures),
    minCapacity: fields.number('minCapacity', input.minCapacity, 1, LARGEST_ROOM),
    dailyLimit: input.dailyLimit === null ? null : limit,
    online: input.online ?? undefined,
    leadMinutes: fields.number('leadMinutes', input.leadMinutes, 0, LONGEST_LEAD_MINUTES),
    horizonDays: fields.number('horizonDays', input.horizonDays, 1, FURTHEST_HORIZON_DAYS),
    position: fields.number('position', input.position, 0, HIGHEST_POSITION),
  })
}

function checkedCptCode(fields: FieldCheck, code: string | null | undefined): string | null | undefined {
  if (!code) return code === '' ? null : code
  const kept = code.trim().toUpperCase()
  if (!/^[0-9A-Z]{5}$/.test(kept)) fields.refuse('cptCode', 'must be five letters or digits')
  return kept
}
