import { inClinic, type Trx } from '../db/connect.ts'
import { listSwept, lockMessageCursor, noteSweep, type SweptWindow } from '../db/queries/message-cursors.ts'
import { lockPlans } from '../db/queries/message-plans.ts'
import { getReminderPolicy, type ReminderPolicyRow } from '../db/queries/reminder-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import type { PlanOptions } from '../domain/message-facts.ts'
import { hasOffset, noticeOf, type ReminderPolicy } from '../domain/reminder-policy.ts'
import { PLANNED_AHEAD } from '../domain/reminders.ts'
import { type LocalDate, localDateOf } from '../domain/zone.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { markMessages } from './message-mark.ts'
import { getPlanOptions, planRows, writePlans } from './plan-appointments.ts'

const BATCH = 200
const DAY = 24 * 60 * MINUTE
/** What moves from one day's hours into those of another moves less far than this. */
const MARGIN = 4 * DAY

/** Plans once a local day, and after every change of the policy, whatever falls due within the next days. */
export async function sweepMessages(context: SystemContext, clinicId: string): Promise<void> {
  const now = context.now()
  const options = await inClinic(context.db, clinicId, (trx) => getPlanOptions(trx, clinicId, now))
  const today = localDateOf(now, options.zone)
  const window = windowOf(options.policy, now)
  let after: string | undefined
  do after = await sweepPage(context, clinicId, { options, window, today, after })
  while (after !== undefined)
}

interface Page {
  readonly options: PlanOptions & { readonly policy: ReminderPolicyRow }
  readonly window: SweptWindow
  readonly today: LocalDate
  readonly after: string | undefined
}

/** Answers with the last one planned; undefined when the sweep is over, or was before. */
async function sweepPage(
  context: SystemContext,
  clinicId: string,
  { options, window, today, after }: Page,
): Promise<string | undefined> {
  let last: string | undefined
  await changeUnasked(context, clinicId, async (trx: Trx) => {
    const cursor = await lockMessageCursor(trx, clinicId)
    last = undefined
    if (!cursor || cursor.sweptOn === today) return []
    // Whoever changed the policy meanwhile has asked for another sweep.
    if ((await getReminderPolicy(trx, clinicId)).version !== options.policy.version) return []
    const ids = await listSwept(trx, clinicId, window, { after, limit: BATCH })
    last = ids.length < BATCH ? undefined : ids.at(-1)
    if (last === undefined) await noteSweep(trx, clinicId, today)
    const planned = planRows(await lockPlans(trx, clinicId, ids), new Map(), options)
    const { changed } = await writePlans(context, trx, clinicId, planned, options.now)
    return markMessages(trx, clinicId, 'schedule message', changed)
  })
  return last
}

function windowOf(policy: ReminderPolicy, now: Instant): SweptWindow {
  const offset = ({ kind, on, offsetMinutes }: ReminderPolicy['notices'][number]) =>
    on && hasOffset(kind) && kind !== 'follow_up' ? offsetMinutes * MINUTE : 0
  const followUp = noticeOf(policy, 'follow_up')
  const followed = followUp.on ? followUp.offsetMinutes * MINUTE : 0
  return {
    remindUntil: now + PLANNED_AHEAD + MARGIN + Math.max(0, ...policy.notices.map(offset)),
    followFrom: now - MARGIN - followed,
    now,
  }
}
