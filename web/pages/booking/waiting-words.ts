import type { WaitStateView } from '../../../domain/public-booking.ts'
import type { DayPart } from '../../../domain/waitlist-entry.ts'

/** The words of the pages by which somebody comes to the waitlist, and leaves it. */
export interface WaitingWords {
  readonly title: (clinic: string) => string
  /** Below times none of which suits. */
  readonly noneSuits: string
  readonly ask: string
  readonly heading: string
  readonly intro: string
  readonly days: string
  readonly parts: string
  readonly noneTicked: string
  /** When each part of the day is. */
  readonly partHours: Readonly<Record<DayPart, string>>
  readonly clinicClock: (zone: string) => string
  readonly until: string
  readonly untilHint: string
  readonly note: string
  readonly noteHint: string
  readonly emailHint: string
  readonly phoneHint: string
  readonly send: string
  readonly back: string
  readonly wrongTitle: string
  readonly sent: string
  readonly sentHint: string
  readonly sentSpam: string
  readonly proof: string
  /** By when it is pressed: a time of a day. */
  readonly proofHint: (time: string, day: string) => string
  readonly proofButton: string
  readonly standing: Readonly<Record<WaitStateView['standing'], { readonly heading: string; readonly hint: string }>>
  /** To whoever waits where nothing is offered by itself. */
  readonly inTouch: string
  readonly toOffer: string
  readonly what: string
  readonly daysLabel: string
  readonly partsLabel: string
  readonly untilLabel: string
  readonly any: string
  readonly leave: string
  readonly leaveHint: string
  readonly over: string
  readonly overHint: string
  readonly again: string
  readonly closed: string
  readonly closedHint: string
}
