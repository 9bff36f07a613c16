import type { Trx } from '../db/connect.ts'
import { listImages } from '../db/queries/images.ts'
import { notFound } from './errors.ts'

/** Refuses an image that is not there. */
export async function checkImage(
  trx: Trx,
  clinicId: string,
  id: string | null | undefined,
  field: 'imageId' | 'logoId',
): Promise<void> {
  if (id == null) return
  const [found] = await listImages(trx, clinicId, [id])
  if (!found) throw notFound('image', ['input', field], id)
}
