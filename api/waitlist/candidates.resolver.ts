import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import { auditMissed } from '../../actions/audit-missed.ts'
import { notFound } from '../../actions/errors.ts'
import { findFitting } from '../../actions/fitting-slots.ts'
import { findAppointment } from '../../db/queries/book.ts'
import type { FreedSlot as FreedData } from '../../db/queries/freed-slots.ts'
import { listResources } from '../../db/queries/resources.ts'
import { findEntry } from '../../db/queries/waitlist-entries.ts'
import type { Instant } from '../../domain/interval.ts'
import { Slot } from '../appointments/booking-results.ts'
import { windowOf } from '../calendar/window.ts'
import { type ApiContext, acting, callerWith, reading } from '../context.ts'
import { checkFirst } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'
import { FreedSlot, WaitlistCandidate } from './offer.type.ts'
import { stillFree } from './still-free.ts'
import { waitlistLoaders } from './waitlist-loaders.ts'

@Resolver(() => FreedSlot)
export class CandidatesResolver {
  @FieldResolver(() => [WaitlistCandidate], { description: 'Who waits for it: those whom it fits first, by score.' })
  async candidates(@Ctx() context: ApiContext, @Root() slot: FreedData, @Arg('first', () => Int) first: number) {
    checkFirst(first)
    const place = { ...stillFree(slot), therapistId: slot.therapistId, first }
    return (await waitlistLoaders(context).candidates.load(place)) ?? []
  }

  @Query(() => [WaitlistCandidate], {
    description:
      'Who waits for this slot, in this room or any: those whom it fits first, by score; the others with what stands in the way.',
  })
  async waitingFor(
    @Ctx() context: ApiContext,
    @Arg('therapistId', () => ID) therapistId: string,
    @Arg('startsAt', () => DateTime) startsAt: Instant,
    @Arg('endsAt', () => DateTime) endsAt: Instant,
    @Arg('first', () => Int) first: number,
    @Arg('roomId', () => ID, { nullable: true }) roomId?: string | null,
  ) {
    checkFirst(first)
    const place = { ...windowOf(startsAt, endsAt), therapistId, roomId, first }
    const isId = validate(therapistId) && (roomId == null || validate(roomId))
    const found = isId ? await waitlistLoaders(context).candidates.load(place) : undefined
    if (found) return found
    callerWith(context, 'read_calendar')
    const isRoom = roomId != null && (!validate(roomId) || (await isTherapist(context, therapistId)))
    const [what, field, id] = isRoom ? ['room', 'roomId', roomId] : ['therapist', 'therapistId', therapistId]
    await auditMissed(acting(context), 'waitingFor', what, id)
    throw notFound(what, [field])
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

function isTherapist(context: ApiContext, id: string): Promise<boolean> {
  return reading(context, 'read_calendar', async (trx, clinicId) => {
    const therapists = await listResources(trx, clinicId, { kind: 'therapist' })
    return therapists.some((each) => each.id === id)
  })
}
