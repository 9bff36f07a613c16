import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import { listAuditEntries } from '../../db/queries/audit-entries.ts'
import type { Instant } from '../../domain/interval.ts'
import { Actor } from '../calendar/actor.type.ts'
import { type ApiContext, reading } from '../context.ts'
import { badCursor } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ description: 'Who did what to which record. Entries are never changed or removed.' })
class AuditEntry {
  @Field(() => String, { description: 'Its number within the clinic, without gaps.' })
  seq!: string

  @Field(() => DateTime, { description: 'When.' })
  at!: Instant

  @Field(() => Actor, { description: 'Who.' })
  actor!: Actor

  @Field(() => String, { nullable: true, description: 'From where.' })
  ip!: string | null

  @Field(() => String, { description: 'Verb and noun: "archive client".' })
  action!: string

  @Field(() => String, { description: 'What kind of record.' })
  subjectKind!: string

  @Field(() => ID, { description: 'Which record.' })
  subjectId!: string

  @Field(() => String, { nullable: true, description: 'The record before, as JSON.' })
  before!: string | null

  @Field(() => String, { nullable: true, description: 'The record after, as JSON.' })
  after!: string | null

  @Field(() => String, { description: 'SHA-256 over the entry and the hash of the one before.' })
  hash!: string
}

const AuditEntryConnection = connectionOf('AuditEntry', AuditEntry)

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: 'Who did what, the newest first; of one record with `subjectId`.' })
  async auditEntries(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('subjectId', () => ID, { nullable: true }) subjectId?: string | null,
  ) {
    checkFirst(first)
    const place = { subjectId: subjectId ?? undefined, beforeSeq: seqOf(after), limit: first + 1 }
    const rows = await reading(context, 'read_audit', async (trx, clinicId) =>
      subjectId != null && !validate(subjectId) ? [] : listAuditEntries(trx, clinicId, place),
    )
    return pageOf(rows, first, (row) => String(row.seq))
  }
}

function seqOf(cursor: string | null | undefined): number | undefined {
  if (!cursor) return undefined
  const seq = Number(cursor)
  if (!/^\d{1,15}$/.test(cursor)) throw badCursor()
  return seq
}
