import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, inClinic } from '../../db/connect.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'

/** So many messages that are due then, each to an address of its own; answers with their ids. */
export async function makeDueMessages(
  db: Db,
  clinicId: string,
  { count, channel = 'email', dueAt }: { count: number; channel?: MessageChannel; dueAt: Instant },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuid())
  const due = new Date(dueAt)
  await inClinic(db, clinicId, (trx) =>
    sql`insert into messages (clinic_id, id, kind, channel, audience, recipient, content, due_at, attempt_at)
      select ${clinicId}, id, 'test', ${channel}, 'member',
        case when ${channel} = 'email' then 'reader' || n || '@example.com' else '+1202555' || lpad(n::text, 4, '0') end,
        jsonb_build_object('text', 'This is message ' || n || '.'), ${due}, ${due}
      from unnest(${ids}::uuid[]) with ordinality as given(id, n)`.execute(trx),
  )
  return ids
}
