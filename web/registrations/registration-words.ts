import type { RegistrationLineFragment, RegistrationSource, RegistrationStatus } from '../generated/graphql.ts'
import { ordinal } from '../repeat/rule-words.ts'

export const statusWords: Readonly<Record<RegistrationStatus, string>> = {
  REGISTERED: 'Has a place',
  OFFERED: 'Offered a place',
  WAITLISTED: 'Waiting',
  CANCELLED: 'Cancelled',
}

export const sourceWords: Readonly<Record<RegistrationSource, string>> = {
  PUBLIC: 'Online',
  DESK: 'At the desk',
  PARTNER: 'By a program',
}

/** A registration with its place among those who wait, from 1; undefined for who does not. */
export interface Placed {
  readonly line: RegistrationLineFragment
  readonly position: number | undefined
}

/** In order of arrival, each of those who wait with how many come before. */
export function placed(lines: readonly RegistrationLineFragment[]): Placed[] {
  let waiting = 0
  return lines.map((line) => ({ line, position: line.status === 'WAITLISTED' ? ++waiting : undefined }))
}

/** `2nd in line`, or what else there is to say of where it stands. */
export function standingOf({ line, position }: Placed): string {
  return position === undefined ? statusWords[line.status] : `${ordinal(position)} in line`
}

export function placesWord(places: number): string {
  return places === 1 ? '1 place' : `${places} places`
}
