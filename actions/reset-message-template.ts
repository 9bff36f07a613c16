import { deleteMessageTemplate } from '../db/queries/message-templates.ts'
import type { RecordProblem } from '../domain/record.ts'
import type { MessageTemplate } from '../jobs/templates/editable-templates.ts'
import {
  changedTemplate,
  checkLanguage,
  currentTemplate,
  findStanding,
  type TemplateInput,
} from './change-message-template.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Gives up the clinic's own words for ours. */
export function resetMessageTemplate(
  context: ActionContext,
  input: TemplateInput,
): Promise<RecordSaved<MessageTemplate> | RecordRefused> {
  checkLanguage(input)
  return changeRecord(context, {
    right: 'edit_messages',
    operation: 'resetMessageTemplate',
    input,
    work: async (trx, clinicId) => {
      const found = await currentTemplate(trx, clinicId, input)
      if ('refused' in found) return found
      if (!found.current.custom) return { refused: [ALREADY_OURS] }
      await deleteMessageTemplate(trx, clinicId, input)
      const ours = await findStanding(trx, clinicId, input)
      return changedTemplate('reset message template', clinicId, found.current, ours)
    },
  })
}

const ALREADY_OURS: RecordProblem = {
  code: 'INVALID',
  message: 'These are Daybook’s own words already.',
  path: ['input'],
}
