import { createHash } from 'node:crypto'
import { findAppointmentType, lockAppointmentType } from '../db/queries/appointment-types.ts'
import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { updateIntakeQuestions } from '../db/queries/public-bookings.ts'
import { type IntakeQuestion, intakeKinds } from '../domain/intake.ts'
import { checkFields, type RecordProblem } from '../domain/record.ts'
import {
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  savedRecord,
  staleProblem,
  type VersionedInput,
} from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

export interface IntakeQuestionInput {
  readonly label: string
  readonly kind: string
  readonly required?: boolean | null
  readonly choices?: readonly string[] | null
}

/** All the questions of a type, in their order. */
export interface SetIntakeQuestionsInput extends VersionedInput {
  readonly questions: readonly IntakeQuestionInput[]
}

const MOST_QUESTIONS = 20
const MOST_CHOICES = 20

/** Changes what whoever books a type from outside is asked; answers that were given stay with what was asked then. */
export function setIntakeQuestions(
  context: ActionContext,
  input: SetIntakeQuestionsInput,
): Promise<RecordSaved<AppointmentTypeRow> | RecordRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'appointment type', ['input', 'id'])
  const checked = input.questions.map(checkedQuestion)
  const questions = checked.map(({ question }) => question)
  const tooMany =
    input.questions.length > MOST_QUESTIONS ? [refusal(['questions'], `are at most ${MOST_QUESTIONS}`)] : []
  const problems = [...tooMany, ...checked.flatMap((each) => each.problems)]
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'setIntakeQuestions',
    input,
    work: async (trx, _, now) => {
      if (problems.length > 0) return { refused: problems }
      const before = await lockAppointmentType(trx, clinicId, input.id)
      if (!before) throw notFound('appointment type', ['input', 'id'], input.id)
      const stale = await staleProblem(trx, clinicId, before, input.expectedVersion)
      if (stale) return { refused: stale }
      await updateIntakeQuestions(trx, clinicId, input.id, questions, now)
      const after = await findAppointmentType(trx, clinicId, input.id)
      return savedRecord('set intake questions', 'appointment_type', before, after)
    },
  })
}

interface Checked {
  readonly question: IntakeQuestion
  readonly problems: readonly RecordProblem[]
}

/** The question as it is kept, known by its words, and what is wrong with it where that is. */
function checkedQuestion(input: IntakeQuestionInput, at: number): Checked {
  const fields = checkFields()
  const kind = intakeKinds.find((each) => each === input.kind) ?? 'text'
  const choices = (input.choices ?? []).map((each) => fields.line('choices', each, 200))
  if (kind === 'choice' && (choices.length < 2 || choices.length > MOST_CHOICES))
    fields.refuse('choices', `are 2 to ${MOST_CHOICES}`)
  const label = fields.line('label', input.label, 300)
  const id = createHash('sha256').update(`${kind} ${label} ${at}`).digest('base64url').slice(0, 16)
  const problems = fields.problems.map((each) => ({
    ...each,
    path: ['input', 'questions', String(at), ...(each.path?.slice(1) ?? [])],
  }))
  const kept = kind === 'choice' ? choices : []
  return { question: { id, label, kind, required: input.required ?? false, choices: kept }, problems }
}

function refusal(path: readonly string[], message: string): RecordProblem {
  return { code: 'INVALID', message: `Questions ${message}.`, path: ['input', ...path] }
}
