import { v7 as uuidv7 } from 'uuid'
import { type ImageRow, insertImage } from '../db/queries/images.ts'
import { LARGEST_IMAGE, readImage } from '../domain/image.ts'
import { checkFields, type RecordProblem } from '../domain/record.ts'
import { rightsOfCaller } from './caller.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { RecordRefused, RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

export interface UploadImageInput extends Repeatable {
  /** Its bytes. */
  readonly base64: string
  /** What it shows, for those who do not see it. */
  readonly alt?: string | null
}

/** Keeps a picture that events and the clinic's pages may show. It never changes. */
export function uploadImage(
  context: ActionContext,
  input: UploadImageInput,
): Promise<RecordSaved<ImageRow> | RecordRefused> {
  const rights = rightsOfCaller(context.caller)
  if (!rights.has('edit_events') && !rights.has('edit_own_events')) throw forbidden('You may not upload images.')
  const fields = checkFields()
  const alt = fields.lineOrNull('alt', input.alt, 300) ?? ''
  const bytes = bytesOf(input.base64)
  const facts = bytes ? readImage(bytes) : { problem: 'must be base64' }
  if ('problem' in facts) fields.refuse('base64', facts.problem)
  return changeClinic<RecordSaved<ImageRow>, readonly RecordProblem[], RecordRefused>(context, {
    operation: 'uploadImage',
    input,
    tell: async (problems) => ({ kind: 'refused', problems }),
    work: async (trx) => {
      if (!bytes || 'problem' in facts || fields.problems.length > 0) return { refused: fields.problems }
      const record: ImageRow = { id: uuidv7(), ...facts, alt }
      await insertImage(trx, context.caller.clinicId, { ...record, bytes }, context.now())
      const entry = {
        action: 'upload image',
        kind: 'image' as const,
        id: record.id,
        version: 1,
        before: null,
        after: record,
      }
      return { written: { kind: 'saved', record }, log: [entry] }
    },
  })
}

/** Undefined for what is no base64, or stands for more than is looked at. */
function bytesOf(base64: string): Buffer | undefined {
  const text = base64.replace(/^data:[a-z/+.-]+;base64,/, '').replace(/\s+/g, '')
  if (text === '' || text.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return Buffer.from(text.slice(0, Math.ceil((LARGEST_IMAGE * 4) / 3) + 8), 'base64')
}
