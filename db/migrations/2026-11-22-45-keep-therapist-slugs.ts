import { type Kysely, sql } from 'kysely'

/**
 * What a therapist goes by in the address of booking is kept: worked out from the names there were, it became another's when
 * somebody of the same name was archived. Those who are there keep the address that they have had.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table therapists add column slug text check (length(slug) between 1 and 64)`.execute(db)
  const tables = ['therapists', 'resources']
  for (const table of tables) await sql`alter table ${sql.table(table)} no force row level security`.execute(db)
  const { rows } = await sql<{ clinic_id: string; id: string; name: string }>`
    select clinic_id, id, name from resources where kind = 'therapist'
    order by clinic_id, archived_at nulls first, position, lower(name)`.execute(db)
  const taken = new Map<string, Set<string>>()
  for (const { clinic_id, id, name } of rows) {
    const inClinic = taken.get(clinic_id) ?? new Set()
    const slug = therapistSlug(name, inClinic)
    taken.set(clinic_id, inClinic.add(slug))
    await sql`update therapists set slug = ${slug} where clinic_id = ${clinic_id} and id = ${id}`.execute(db)
  }
  for (const table of tables) await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  await sql`
    alter table therapists alter column slug set not null,
      add constraint therapists_slug_key unique (clinic_id, slug)`.execute(db)
}

/** As the program works it out for those who come after. */
function therapistSlug(name: string, taken: ReadonlySet<string>): string {
  const folded = name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const base = words.join('-').slice(0, 60).replace(/-$/, '') || 'therapist'
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (!taken.has(slug) && !['any', 'confirm', 'hold'].includes(slug)) return slug
  }
}
