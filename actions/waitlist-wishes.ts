import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listResources } from '../db/queries/resources.ts'
import type { Instant } from '../domain/interval.ts'
import type { FieldCheck, RecordProblem } from '../domain/record.ts'
import { manyLines, textProblem } from '../domain/text.ts'
import {
  type DayPart,
  dayParts,
  LONGEST_NOTICE_MINUTES,
  type ReferralSource,
  type Urgency,
} from '../domain/waitlist-entry.ts'
import { type LocalDate, localDateOf } from '../domain/zone.ts'
import { notFound } from './errors.ts'

/** What would suit somebody, as it was typed. Null, or an empty list, is all the same to her. */
export interface WishesInput {
  readonly therapistIds?: readonly string[] | null
  readonly skill?: string | null
  readonly days?: readonly number[] | null
  readonly parts?: readonly DayPart[] | null
  readonly fromOn?: LocalDate | null
  readonly untilOn?: LocalDate | null
  readonly noticeMinutes?: number | null
  readonly urgency?: Urgency | null
  readonly referralSource?: ReferralSource | null
  readonly payer?: string | null
  readonly note?: string | null
}

/** The wishes as they are kept; what was not given stays undefined. */
export function checkedWishes(fields: FieldCheck, input: WishesInput) {
  const { fromOn, untilOn } = input
  if (fromOn != null && untilOn != null && fromOn > untilOn) fields.refuse('untilOn', 'must not be before from')
  return {
    therapistIds: eachOnce(input.therapistIds),
    skill: fields.lineOrNull('skill', input.skill, 100),
    days: checkedDays(fields, input.days),
    parts: inOrder(input.parts),
    fromOn,
    untilOn,
    noticeMinutes: fields.number('noticeMinutes', input.noticeMinutes, 0, LONGEST_NOTICE_MINUTES),
    urgency: input.urgency ?? undefined,
    referralSource: input.referralSource,
    payer: fields.lineOrNull('payer', input.payer, 200),
    note: checkedNote(fields, input.note),
  }
}

/** Whoever comes until a day that is over waits for nothing. */
export async function untilProblem(
  trx: Trx,
  clinicId: string,
  untilOn: LocalDate | null | undefined,
  now: Instant,
): Promise<RecordProblem | undefined> {
  if (untilOn == null || untilOn >= localDateOf(now, (await getClinic(trx, clinicId)).zone)) return undefined
  return { code: 'INVALID', message: 'The last date that suits is over.', path: ['input', 'untilOn'] }
}

function eachOnce(ids: readonly string[] | null | undefined): readonly string[] | null | undefined {
  if (ids == null) return ids
  return ids.length === 0 ? null : [...new Set(ids)]
}

function inOrder(parts: readonly DayPart[] | null | undefined): readonly DayPart[] | null | undefined {
  if (parts == null) return parts
  const kept = dayParts.filter((each) => parts.includes(each))
  return kept.length === 0 ? null : kept
}

function checkedDays(
  fields: FieldCheck,
  days: readonly number[] | null | undefined,
): readonly number[] | null | undefined {
  if (days == null) return days
  if (days.some((each) => !Number.isInteger(each) || each < 1 || each > 7))
    fields.refuse('days', 'are 1 for Monday to 7 for Sunday')
  const kept = [...new Set(days)].sort((a, b) => a - b)
  return kept.length === 0 ? null : kept
}

function checkedNote(fields: FieldCheck, note: string | null | undefined): string | null | undefined {
  if (note == null) return note
  const problem = textProblem(note, LONGEST_NOTE)
  if (problem) fields.refuse('note', problem)
  return manyLines(note) || null
}

export const LONGEST_NOTE = 2000
const MOST_THERAPISTS = 50

/** Refuses therapists that are not the clinic's. */
export async function checkTherapists(
  trx: Trx,
  clinicId: string,
  ids: readonly string[] | null | undefined,
): Promise<void> {
  if (ids == null) return
  const known = new Set((await listResources(trx, clinicId, { kind: 'therapist' })).map((each) => each.id))
  const missing = ids.find((id) => !known.has(id)) ?? ids[MOST_THERAPISTS]
  if (missing !== undefined) throw notFound('therapist', ['input', 'therapistIds'], missing)
}
