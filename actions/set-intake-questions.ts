import { findAppointmentType, lockAppointmentType } from '../db/queries/appointment-types.ts'
import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { updateIntakeQuestions } from '../db/queries/public-bookings.ts'
import { type IntakeQuestion, intakeKinds } from '../domain/intake.ts'
import { checkFields, type FieldCheck } from '../domain/record.ts'
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
  /** Left out for a new one. */
  readonly id?: string | null
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
  const fields = checkFields()
  if (input.questions.length > MOST_QUESTIONS) fields.refuse('questions', `are at most ${MOST_QUESTIONS}`)
  const questions = input.questions.map((each, at) => checkedQuestion(fields, each, at))
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'setIntakeQuestions',
    input,
    fields,
    work: async (trx, _, now) => {
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

function checkedQuestion(fields: FieldCheck, question: IntakeQuestionInput, at: number): IntakeQuestion {
  const kind = intakeKinds.find((each) => each === question.kind) ?? 'text'
  const choices = (question.choices ?? []).map((each) => fields.line('choices', each, 200))
  if (kind === 'choice' && (choices.length < 2 || choices.length > MOST_CHOICES))
    fields.refuse('choices', `are 2 to ${MOST_CHOICES}`)
  const id = /^[\w-]{1,40}$/.test(question.id ?? '') ? question.id! : `question-${at + 1}`
  const label = fields.line('label', question.label, 300)
  return { id, label, kind, required: question.required ?? false, choices: kind === 'choice' ? choices : [] }
}
