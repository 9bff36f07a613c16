import { overlaps } from '../../../domain/interval.ts'
import { isMovable } from '../../../domain/status.ts'
import { type Card, type Column, resourcesOf, type TimeOff } from './book.ts'

export type LeaveByResource = ReadonlyMap<string, readonly TimeOff[]>

/** The approved time off, of its therapist or its room, that an appointment still to come stands on unmeant. */
export function leaveUnder(card: Card, leave: LeaveByResource): TimeOff | undefined {
  if (!isMovable(card.status) || card.isMeantOnLeave) return undefined
  const during = { start: card.startsAt, end: card.endsAt }
  for (const id of resourcesOf(card)) {
    const under = leave.get(id)?.find((each) => overlaps(each, during))
    if (under) return under
  }
  return undefined
}

/** For people: the API's reasons, and what is said where the reason is not for the viewer. */
const words: Readonly<Record<string, string>> = {
  vacation: 'Vacation',
  sick: 'Sick',
  conference: 'Conference',
  personal: 'Personal',
}

export function leaveWord(reason: string): string {
  return words[reason] ?? 'Away'
}

/** `Dr. Chen is away: sick.` */
export function sayLeave(leave: TimeOff, resource: Column | undefined): string {
  const isOut = resource?.kind === 'room' ? 'out of use' : 'away'
  const word = words[leave.reason]
  return `${resource?.name ?? 'Somebody'} is ${isOut}${word ? `: ${word.toLowerCase()}` : ''}.`
}
