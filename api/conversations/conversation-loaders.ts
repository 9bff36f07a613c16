import DataLoader from 'dataloader'
import { rightsOfCaller } from '../../actions/caller.ts'
import type { Trx } from '../../db/connect.ts'
import type { Appointment } from '../../db/queries/book.ts'
import { type ConversationRow, listConversations } from '../../db/queries/conversations.ts'
import { listReplies, type ReplyRow } from '../../db/queries/replies.ts'
import { maySendMessages } from '../../domain/rights.ts'
import { type ApiContext, callerOf, reading } from '../context.ts'

interface Loaders {
  readonly conversations: DataLoader<string, ConversationRow[]>
  readonly replies: DataLoader<string, ReplyRow[]>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many appointments ask for at once is read in one statement. Nothing is kept: a subscription lives for hours. */
export function loadersOf(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? {
    conversations: batching(context, listConversations),
    replies: batching(context, listReplies),
  }
  loaders.set(context, known)
  return known
}

function batching<Row extends { readonly appointmentId: string | null }>(
  context: ApiContext,
  list: (trx: Trx, clinicId: string, ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  const load = async (ids: readonly string[]) => {
    const rows = await reading(context, 'read_calendar', (trx, clinicId) => list(trx, clinicId, ids))
    const byAppointment = Map.groupBy(rows, (each) => each.appointmentId)
    return ids.map((id) => byAppointment.get(id) ?? [])
  }
  return new DataLoader(load, { cache: false })
}

/** Whether the caller may read what was written about the appointment: who may not write there does not read either. */
export function mayRead(context: ApiContext, { therapistId }: Pick<Appointment, 'therapistId'>): boolean {
  const caller = callerOf(context)
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  return maySendMessages(rightsOfCaller(caller), therapistId, own)
}
