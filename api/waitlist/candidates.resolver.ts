import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import { auditMissed } from '../../actions/audit-missed.ts'
import { notFound } from '../../actions/errors.ts'
import { findFitting } from '../../actions/fitting-slots.ts'
import { findCandidates, type WantedPlace } from '../../actions/waitlist-candidates.ts'
import { findAppointment } from '../../db/queries/book.ts'
import type { FreedSlot as FreedData } from '../../db/queries/freed-slots.ts'
import { findEntry, listEntries } from '../../db/queries/waitlist-entries.ts'
import type { Instant } from '../../domain/interval.ts'
import { Slot } from '../appointments/booking-results.ts'
import { windowOf } from '../calendar/window.ts'
import { type ApiContext, acting, callerWith, reading } from '../context.ts'
import { checkFirst } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'
import { FreedSlot, WaitlistCandidate } from './offer.type.ts'
import { toldScore } from './waitlist-fields.resolver.ts'

@Resolver(() => FreedSlot)
export class CandidatesResolver {
  @FieldResolver(() => [WaitlistCandidate], { description: 'Who waits for it: those whom it fits first, by score.' })
  async candidates(@Ctx() context: ApiContext, @Root() slot: FreedData, @Arg('first', () => Int) first: number) {
    const { endsAt: end, startsAt: start, therapistId } = slot
    return (await candidatesOf(context, { start, end, therapistId }, first)) ?? []
  }

  @Query(() => [WaitlistCandidate], {
    description: 'Who waits for this slot: those whom it fits first, by score; the others with what stands in the way.',
  })
  async waitingFor(
    @Ctx() context: ApiContext,
    @Arg('therapistId', () => ID) therapistId: string,
    @Arg('startsAt', () => DateTime) startsAt: Instant,
    @Arg('endsAt', () => DateTime) endsAt: Instant,
    @Arg('first', () => Int) first: number,
    @Arg('roomId', () => ID, { nullable: true }) _roomId?: string | null,
  ) {
    const { start, end } = windowOf(startsAt, endsAt)
    const found = validate(therapistId) ? await candidatesOf(context, { start, end, therapistId }, first) : undefined
    if (found) return found
    await auditMissed(acting(context), 'waitingFor', 'therapist', therapistId)
    throw notFound('therapist', ['therapistId'])
  }

  @Query(() => [Slot], { description: 'The free slots in the window that suit somebody who waits, soonest first.' })
  async fittingSlots(
    @Ctx() context: ApiContext,
    @Arg('entryId', () => ID) entryId: string,
    @Arg('from', () => DateTime) from: Instant,
    @Arg('to', () => DateTime) to: Instant,
    @Arg('first', () => Int) first: number,
  ) {
    checkFirst(first)
    const window = windowOf(from, to)
    const now = context.services.now()
    callerWith(context, 'read_calendar')
    const found = await reading(context, 'read_calendar', async (trx, clinicId) => {
      const entry = validate(entryId) ? await findEntry(trx, clinicId, entryId) : undefined
      if (!entry) return undefined
      const given = entry.appointmentId ? await findAppointment(trx, clinicId, entry.appointmentId) : undefined
      return findFitting(trx, clinicId, entry, { window, now, first, before: given?.startsAt })
    })
    if (found) return found.told
    await auditMissed(acting(context), 'fittingSlots', 'waitlist entry', entryId)
    throw notFound('waitlist entry', ['entryId'])
  }
}

function candidatesOf(context: ApiContext, wanted: WantedPlace, first: number) {
  checkFirst(first)
  const now = context.services.now()
  return reading(context, 'read_calendar', async (trx, clinicId) => {
    const found = await findCandidates(trx, clinicId, wanted, { first, now })
    if (!found) return undefined
    const entries = await listEntries(
      trx,
      clinicId,
      found.map((each) => each.entry.id),
    )
    return found.map(({ fits, reasons }, at) => {
      const entry = entries[at]!
      return { entry, score: toldScore(entry, now), fits, reasons }
    })
  })
}
