import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'

/** A picture that the clinic shows; its bytes are read by themselves. */
export interface ImageRow {
  readonly id: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

export interface ImageBytes {
  readonly mediaType: string
  readonly bytes: Buffer
}

/** Those images; ids that are not there are left out. */
export async function listImages(trx: Trx, clinicId: string, ids: readonly string[]): Promise<ImageRow[]> {
  const { rows } = await sql<ImageRow>`
    select id, media_type as "mediaType", width, height, alt from images
    where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

/** An image as it was uploaded; it never changes. */
export async function findImageBytes(trx: Trx, clinicId: string, id: string): Promise<ImageBytes | undefined> {
  const { rows } = await sql<ImageBytes>`
    select media_type as "mediaType", bytes from images where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
  return rows[0]
}

export async function insertImage(
  trx: Trx,
  clinicId: string,
  row: ImageRow & { readonly bytes: Buffer },
  now: Instant,
): Promise<void> {
  await sql`
    insert into images (clinic_id, id, media_type, width, height, bytes, alt, created_at)
    values (${clinicId}, ${row.id}, ${row.mediaType}, ${row.width}, ${row.height}, ${row.bytes}, ${row.alt},
      ${new Date(now)})`.execute(trx)
}

/** Forgets images made before then that nothing shows. */
export async function deleteUnusedImages(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`
    delete from images i where i.clinic_id = ${clinicId} and i.created_at < ${new Date(before)}
      and not exists (select from events v where v.clinic_id = i.clinic_id and v.image_id = i.id)
      and not exists (select from clinics k where k.id = i.clinic_id and k.logo_id = i.id)`.execute(trx)
}
