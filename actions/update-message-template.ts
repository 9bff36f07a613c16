import { saveMessageTemplate } from '../db/queries/message-templates.ts'
import type { RecordProblem } from '../domain/record.ts'
import { manyLines, oneLine } from '../domain/text.ts'
import { hasSubject } from '../jobs/templates/check-template.ts'
import type { MessageTemplate } from '../jobs/templates/editable-templates.ts'
import { wordProblems } from '../jobs/templates/preview.ts'
import { sampleFacts } from '../jobs/templates/sample-facts.ts'
import { changedTemplate, checkLanguage, currentTemplate, type TemplateInput } from './change-message-template.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

export interface UpdateMessageTemplateInput extends TemplateInput {
  readonly subject?: string | null
  readonly body: string
}

/** Gives one kind of message, in one channel and language, the clinic's own words. */
export function updateMessageTemplate(
  context: ActionContext,
  input: UpdateMessageTemplateInput,
): Promise<RecordSaved<MessageTemplate> | RecordRefused> {
  checkLanguage(input)
  return changeRecord(context, {
    right: 'edit_messages',
    operation: 'updateMessageTemplate',
    input,
    work: async (trx, clinicId, now) => {
      const found = await currentTemplate(trx, clinicId, input)
      if ('refused' in found) return found
      const { clinic, current } = found
      const problems = wordProblems({ ...input, template: input }, sampleFacts(clinic, now, undefined, input.kind))
      if (problems.length > 0) return { refused: problems.map(refusal) }
      const subject = hasSubject(input.channel) ? oneLine(input.subject ?? '') : null
      const words = { subject, body: manyLines(input.body) }
      const next = { ...current, ...words, version: current.version + 1, custom: true }
      await saveMessageTemplate(trx, clinicId, next, now)
      return changedTemplate('update message template', clinicId, current, next)
    },
  })
}

function refusal({ field, message }: { field: string; message: string }): RecordProblem {
  return { code: 'INVALID', message, path: ['input', field] }
}
