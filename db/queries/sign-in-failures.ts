import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Counts a failure before the password is looked at, so that a hundred guesses sent at once are not a hundred guesses;
 * whoever turns out to be right gets it back. Answers the seconds to wait when there have been too many within 15
 * minutes; then nothing is counted.
 */
export async function chargeSignInFailure(db: Db, subject: Buffer, limit: number): Promise<number | undefined> {
  const { rows: counted } = await sql`
    insert into auth.sign_in_failures as f (subject, failures) values (${subject}, 1)
    on conflict (subject) do update set
      failures = case when f.since < now() - interval '15 minutes' then 1 else f.failures + 1 end,
      since = case when f.since < now() - interval '15 minutes' then now() else f.since end,
      locked_until = case when f.since >= now() - interval '15 minutes' and f.failures + 1 >= ${limit}
        then now() + interval '15 minutes' end
      where f.locked_until is null or f.locked_until <= now()
    returning subject`.execute(db)
  return counted.length > 0 ? undefined : secondsLocked(db, subject)
}

async function secondsLocked(db: Db, subject: Buffer): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from locked_until - now()))::integer as seconds
      from auth.sign_in_failures where subject = ${subject}`.execute(db)
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** Takes one failure back; a lock that this very failure caused goes too. */
export async function refundSignInFailure(db: Db, subject: Buffer): Promise<void> {
  await sql`
    update auth.sign_in_failures set failures = failures - 1, locked_until = null
      where subject = ${subject} and failures > 0`.execute(db)
}

export async function forgetSignInFailures(db: Db, subject: Buffer): Promise<void> {
  await sql`delete from auth.sign_in_failures where subject = ${subject}`.execute(db)
}

export async function deleteOldSignInFailures(db: Db): Promise<void> {
  await sql`delete from auth.sign_in_failures where since < now() - interval '1 day'`.execute(db)
}
