import { v7 as uuid } from 'uuid'
import { inClinic } from '../../db/connect.ts'
import { insertImage } from '../../db/queries/images.ts'
import { PIXEL } from './drafted-event.ts'
import { makeEventDesk } from './event-desk.ts'
import type { TestDatabase } from './postgres.ts'
import { rowsOf } from './rows.ts'

/** An event desk whose public pages are asked for over HTTP. */
export async function makePublicDesk(app: { url: string }, database: TestDatabase, now?: number) {
  const desk = await makeEventDesk(database, now)
  const { id, slug } = desk.clinic
  const base = `/c/${slug}`
  return {
    ...desk,
    base,
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${app.url}${path}`, { headers, method, redirect: 'manual' }),
    async page(path: string): Promise<string> {
      return (await fetch(`${app.url}${path}`)).text()
    },
    async picture(alt = 'A circle of chairs'): Promise<string> {
      const image = { id: uuid(), mediaType: 'image/png', width: 1200, height: 800, alt }
      await inClinic(database.db, id, (trx) =>
        insertImage(trx, id, { ...image, bytes: Buffer.from(PIXEL, 'base64') }, desk.clock.now),
      )
      return image.id
    },
    /** Sets columns of the clinic, written as in SQL. */
    wear: (columns: string) => rowsOf(database, id, `update clinics set ${columns} where id = $1`),
  }
}

export type PublicDesk = Awaited<ReturnType<typeof makePublicDesk>>

/** What the page tells search engines. */
export function jsonLdOf(page: string): Record<string, unknown> {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1]
  if (!text) throw new Error('the page has no JSON-LD')
  return JSON.parse(text)
}
