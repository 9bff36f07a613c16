import { send } from '../api/client.ts'
import { type Refused, refusedOf } from '../booking/refusal.ts'
import type { Card, Hold, Place } from '../calendar/store/book.ts'
import { toCard, toHold } from '../calendar/store/from-graphql.ts'
import {
  ConfirmHoldDocument,
  type ConfirmHoldInput,
  ExtendHoldDocument,
  type ExtendHoldInput,
  HoldSlotDocument,
  type HoldSlotInput,
  ReleaseHoldDocument,
  type ReleaseHoldInput,
} from '../generated/graphql.ts'

export async function sendHold(input: HoldSlotInput): Promise<{ hold: Hold; token: string } | Refused> {
  const { holdSlot: answer } = await send(HoldSlotDocument, { input })
  if (answer.__typename === 'BookingRefused') return refusedOf(answer)
  return { hold: toHold(answer.hold), token: answer.token }
}

export async function sendExtension(input: ExtendHoldInput): Promise<Hold | Refused> {
  const { extendHold: answer } = await send(ExtendHoldDocument, { input })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : toHold(answer.hold)
}

/** Undefined when it is given back. */
export async function sendRelease(input: ReleaseHoldInput): Promise<Refused | undefined> {
  const { releaseHold: answer } = await send(ReleaseHoldDocument, { input })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : undefined
}

/** Books what is held, or says why not. */
export async function sendConfirmation(input: ConfirmHoldInput): Promise<Card | Refused> {
  const { confirmHold: answer } = await send(ConfirmHoldDocument, { input })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : toCard(answer.appointment)
}

export function inputOfHold(place: Place, typeId: string): HoldSlotInput {
  return {
    typeId,
    therapistId: place.therapistId,
    roomId: place.roomId,
    startsAt: new Date(place.startsAt).toISOString(),
    endsAt: new Date(place.endsAt).toISOString(),
  }
}
