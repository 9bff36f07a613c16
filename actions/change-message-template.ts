import { v5 as uuidOf } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { type ClinicRow, lockClinic } from '../db/queries/clinics.ts'
import { findMessageTemplate } from '../db/queries/message-templates.ts'
import type { RecordProblem } from '../domain/record.ts'
import {
  findDefault,
  type MessageTemplate,
  standingTemplate,
  type TemplateKey,
} from '../jobs/templates/editable-templates.ts'
import { findLanguage, languages } from '../jobs/templates/languages.ts'
import type { Repeatable } from './change-clinic.ts'
import { type RecordOutcome, staleProblem } from './change-record.ts'
import { badInput, notFound } from './errors.ts'

/** The words that are changed, by the version somebody saw of them: 0 while they are ours. */
export interface TemplateInput extends Repeatable, TemplateKey {
  readonly expectedVersion: number
}

/** Refuses what is in no language that messages are written in. */
export function checkLanguage({ language }: TemplateKey): void {
  if (findLanguage(language)) return
  const known = languages.map((each) => each.code).join(', ')
  throw badInput(`Messages are written in these languages: ${known}.`, ['input', 'language'])
}

/** The words as they stand: the clinic's own, or ours. */
export async function findStanding(trx: Trx, clinicId: string, key: TemplateKey): Promise<MessageTemplate> {
  const ours = findDefault(key)
  if (!ours) throw notFound('message template', ['input', 'kind'])
  return standingTemplate(ours, await findMessageTemplate(trx, clinicId, key))
}

/** The words, seen at the version expected, or why they may not be changed. Others who change words wait meanwhile. */
export async function currentTemplate(
  trx: Trx,
  clinicId: string,
  input: TemplateInput,
): Promise<{ readonly clinic: ClinicRow; readonly current: MessageTemplate } | { readonly refused: RecordProblem[] }> {
  const clinic = await lockClinic(trx, clinicId)
  const current = await findStanding(trx, clinicId, input)
  const versioned = { id: templateId(clinicId, input), name: 'This template', version: current.version }
  const stale = await staleProblem(trx, clinicId, versioned, input.expectedVersion)
  return stale ? { refused: stale } : { clinic, current }
}

/** What became of the words, for both logs. */
export function changedTemplate(
  action: string,
  clinicId: string,
  before: MessageTemplate,
  after: MessageTemplate,
): RecordOutcome<MessageTemplate> {
  const id = templateId(clinicId, before)
  const version = before.version + 1
  const entry = { action, kind: 'message_template', id, version, removed: !after.custom, before, after } as const
  return { written: { kind: 'saved', record: after }, log: [entry] }
}

/** The same words have the same id for ever, also before the clinic has any of its own. */
function templateId(clinicId: string, { kind, channel, language }: TemplateKey): string {
  return uuidOf(`${kind}/${channel}/${language}`, clinicId)
}
