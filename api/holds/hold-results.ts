import { Field, ObjectType } from 'type-graphql'
import { AppointmentBooked, resultOf } from '../appointments/booking-results.ts'
import { SlotHold } from './hold.type.ts'

@ObjectType({ description: 'Nobody else can take the slot while it is held.' })
export class SlotHeld {
  @Field(() => SlotHold, { description: 'As it stands.' })
  hold!: SlotHold

  @Field(() => String, {
    description: 'Names the holder: extending, releasing and confirming ask for it. Nobody else is told.',
  })
  token!: string
}

@ObjectType({ description: 'The slot is held as long again.' })
export class HoldExtended {
  @Field(() => SlotHold, { description: 'As it stands now.' })
  hold!: SlotHold
}

@ObjectType({ description: 'The slot is free again.' })
export class HoldReleased {
  @Field(() => SlotHold, { description: 'As it stood.' })
  hold!: SlotHold
}

export const HoldSlotResult = resultOf('HoldSlotResult', SlotHeld)
export const ExtendHoldResult = resultOf('ExtendHoldResult', HoldExtended)
export const ReleaseHoldResult = resultOf('ReleaseHoldResult', HoldReleased)
export const ConfirmHoldResult = resultOf('ConfirmHoldResult', AppointmentBooked)
