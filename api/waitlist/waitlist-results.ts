import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import { Appointment } from '../appointments/appointment.type.ts'
import { BookingRefused } from '../appointments/booking-results.ts'
import { recordResult } from '../records/record-results.ts'
import { FreedSlot, WaitlistOffer } from './offer.type.ts'
import { WaitlistEntry } from './waitlist.type.ts'
import { WaitlistPolicy } from './waitlist-policy.type.ts'

@ObjectType({ description: 'She waits.' })
class WaitlistJoined {
  @Field(() => WaitlistEntry, { name: 'entry', description: 'As it stands.' })
  record!: WaitlistEntry
}

@ObjectType({ description: 'The entry is changed.' })
class WaitlistEntryUpdated {
  @Field(() => WaitlistEntry, { name: 'entry', description: 'As it stands now.' })
  record!: WaitlistEntry
}

@ObjectType({ description: 'She waits no more; what was offered to her is taken back.' })
class WaitlistLeft {
  @Field(() => WaitlistEntry, { name: 'entry', description: 'As it is kept.' })
  record!: WaitlistEntry
}

@ObjectType({ description: 'From now on that is what she is ranked by.' })
class WaitlistScoreSet {
  @Field(() => WaitlistEntry, { name: 'entry', description: 'As it stands now.' })
  record!: WaitlistEntry
}

@ObjectType({ description: 'From now on slots are offered so.' })
class WaitlistPolicyUpdated {
  @Field(() => WaitlistPolicy, { name: 'policy', description: 'As it stands now.' })
  record!: WaitlistPolicy
}

export const JoinWaitlistResult = recordResult('JoinWaitlistResult', WaitlistJoined)
export const UpdateWaitlistEntryResult = recordResult('UpdateWaitlistEntryResult', WaitlistEntryUpdated)
export const LeaveWaitlistResult = recordResult('LeaveWaitlistResult', WaitlistLeft)
export const SetWaitlistScoreResult = recordResult('SetWaitlistScoreResult', WaitlistScoreSet)
export const UpdateWaitlistPolicyResult = recordResult('UpdateWaitlistPolicyResult', WaitlistPolicyUpdated)

@ObjectType({ description: 'The slot is held for her, and she is told.' })
class SlotOffered {
  @Field(() => WaitlistOffer, { description: 'As it stands.' })
  offer!: WaitlistOffer
}

@ObjectType({ description: 'The slot is hers: booked, or the appointment she had moved there.' })
class OfferAccepted {
  @Field(() => WaitlistOffer, { description: 'As it is kept.' })
  offer!: WaitlistOffer

  @Field(() => Appointment, { description: 'In the book.' })
  appointment!: Appointment
}

@ObjectType({ description: 'She does not take it: she waits on, and the next is offered it.' })
class OfferDeclined {
  @Field(() => WaitlistOffer, { description: 'As it is kept.' })
  offer!: WaitlistOffer
}

@ObjectType({
  description: 'The offer is taken back, and she is told where she had heard of it. It is passed on to nobody.',
})
class OfferWithdrawn {
  @Field(() => WaitlistOffer, { description: 'As it is kept.' })
  offer!: WaitlistOffer
}

@ObjectType({ description: 'The slot is offered to nobody any more; open offers of it are taken back.' })
class FreedSlotClosed {
  @Field(() => FreedSlot, { description: 'As it is kept.' })
  freedSlot!: FreedSlot
}

@ObjectType({ description: 'The appointment stands in the book, and the entry is closed.' })
class BookedFromWaitlist {
  @Field(() => Appointment, { description: 'As it was booked, or moved.' })
  appointment!: Appointment

  @Field(() => WaitlistEntry, { description: 'As it is kept.' })
  entry!: WaitlistEntry
}

@ObjectType({ description: 'All is as it was before she was booked.' })
class BookFromWaitlistUndone {
  @Field(() => Appointment, { description: 'Back where it was, or kept as entered in error where it was new.' })
  appointment!: Appointment

  @Field(() => WaitlistEntry, { description: 'As it stands: she waits.' })
  entry!: WaitlistEntry
}

/** Done, or refused as a booking is. */
function slotResult(name: string, success: ClassType<object>) {
  const successName = success.name
  return createUnionType({
    name,
    types: () => [success, BookingRefused] as const,
    resolveType: (value) => ((value as { kind: string }).kind === 'refused' ? 'BookingRefused' : successName),
  })
}

export const OfferSlotResult = slotResult('OfferSlotResult', SlotOffered)
export const AcceptOfferResult = slotResult('AcceptOfferResult', OfferAccepted)
export const DeclineOfferResult = slotResult('DeclineOfferResult', OfferDeclined)
export const WithdrawOfferResult = slotResult('WithdrawOfferResult', OfferWithdrawn)
export const CloseFreedSlotResult = slotResult('CloseFreedSlotResult', FreedSlotClosed)
export const BookFromWaitlistResult = slotResult('BookFromWaitlistResult', BookedFromWaitlist)
export const UndoBookFromWaitlistResult = slotResult('UndoBookFromWaitlistResult', BookFromWaitlistUndone)
