import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import type { FreedSlot as FreedData } from '../../db/queries/freed-slots.ts'
import type { WaitlistEntry as EntryData } from '../../db/queries/waitlist-entries.ts'
import type { Offer } from '../../db/queries/waitlist-offers.ts'
import type { Instant } from '../../domain/interval.ts'
import { waitingDays } from '../../domain/waitlist-score.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { Slot } from '../appointments/booking-results.ts'
import type { ApiContext } from '../context.ts'
import { DateTime } from '../graphql/scalars.ts'
import { FreedSlot, WaitlistOffer } from './offer.type.ts'
import { stillFree } from './still-free.ts'
import { toldScore } from './told-score.ts'
import { FreedSlotStatus } from './waitlist.enums.ts'
import { WaitlistEntry, WaitlistScore } from './waitlist.type.ts'
import { waitlistLoaders } from './waitlist-loaders.ts'

@Resolver(() => WaitlistEntry)
export class WaitlistEntryFieldsResolver {
  @FieldResolver(() => WaitlistScore, { description: 'Who comes first, as it is now.' })
  score(@Ctx() { services }: ApiContext, @Root() entry: EntryData) {
    return toldScore(entry, services.now())
  }

  @FieldResolver(() => Int, { description: 'For how many whole days she has waited, or did.' })
  waitingDays(@Ctx() { services }: ApiContext, @Root() { createdAt, endedAt }: EntryData) {
    return waitingDays(createdAt, endedAt ?? services.now())
  }

  @FieldResolver(() => Appointment, { nullable: true, description: 'What she has and would give up for a sooner one.' })
  appointment(@Ctx() context: ApiContext, @Root() { appointmentId }: EntryData) {
    return appointmentId && waitlistLoaders(context).appointment.load(appointmentId)
  }

  @FieldResolver(() => Appointment, { nullable: true, description: 'What came of it.' })
  bookedAppointment(@Ctx() context: ApiContext, @Root() { bookedAppointmentId }: EntryData) {
    return bookedAppointmentId && waitlistLoaders(context).appointment.load(bookedAppointmentId)
  }

  @FieldResolver(() => [WaitlistOffer], { description: 'What she was offered, the latest first.' })
  offers(@Ctx() context: ApiContext, @Root() { id }: EntryData) {
    return waitlistLoaders(context).offersOfEntry.load(id)
  }
}

@Resolver(() => WaitlistOffer)
export class WaitlistOfferFieldsResolver {
  @FieldResolver(() => WaitlistEntry, { description: 'To whom.' })
  entry(@Ctx() context: ApiContext, @Root() { entryId }: Offer) {
    return waitlistLoaders(context).entry.load(entryId)
  }

  @FieldResolver(() => Slot, { description: 'What.' })
  slot(@Root() { endsAt, room, startsAt, therapist }: Offer) {
    return { startsAt, endsAt, therapist, room }
  }

  @FieldResolver(() => Appointment, { nullable: true, description: 'What came of it, once it was accepted.' })
  appointment(@Ctx() context: ApiContext, @Root() { appointmentId }: Offer) {
    return appointmentId && waitlistLoaders(context).appointment.load(appointmentId)
  }

  @FieldResolver(() => Int, { description: 'Its place in the chain: 1 for what became free by itself.' })
  chainLink(@Root() { link }: Offer) {
    return link
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The freed slot; null for what was offered by hand.' })
  freedSlotId(@Root() { freedId }: Offer) {
    return freedId
  }
}

@Resolver(() => FreedSlot)
export class FreedSlotFieldsResolver {
  @FieldResolver(() => FreedSlotStatus, {
    description: 'Where it stands; FILLED also once somebody else was booked there.',
  })
  status(@Root() { isTaken, status }: FreedData) {
    return isTaken ? 'filled' : status
  }

  @FieldResolver(() => Slot, {
    description: 'The time that became free; while it is open, the longest stretch of it that nobody has taken.',
  })
  slot(@Root() slot: FreedData) {
    const { end: endsAt, start: startsAt } = stillFree(slot)
    return { startsAt, endsAt, therapist: slot.therapist, room: slot.room }
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'Nobody is asked by itself before then: offers leave at other hours, or somebody holds it; null for now.',
  })
  notBefore(@Ctx() { services }: ApiContext, @Root() { lookAt, startsAt, status }: FreedData): Instant | null {
    return status === 'open' && lookAt > services.now() && lookAt < startsAt ? lookAt : null
  }

  @FieldResolver(() => [WaitlistOffer], { description: 'As what it was offered, in that order.' })
  offers(@Ctx() context: ApiContext, @Root() { id }: FreedData) {
    return waitlistLoaders(context).offersOfFreed.load(id)
  }

  @FieldResolver(() => Int, { description: 'Its place in the chain: 1 for what became free by itself.' })
  chainLink(@Root() { link }: FreedData) {
    return link
  }
}
