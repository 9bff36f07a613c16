import type { EventKind, SessionStatus } from '../../../domain/event.ts'
import type { Said } from '../../../domain/public-page.ts'
import type { RegistrationProblemCode } from '../../../domain/registration.ts'

/** The words of the public pages of events, in one language. */
export interface PageWords {
  readonly code: string
  /** For numbers and dates. */
  readonly locale: string
  /** ISO 8601: the day on which a week begins there. */
  readonly firstWeekday: 1 | 7
  readonly events: string
  readonly eventsOf: (clinic: string) => string
  readonly skip: string
  readonly list: string
  readonly calendar: string
  readonly all: string
  readonly topics: string
  readonly views: string
  readonly pages: string
  readonly past: string
  readonly none: string
  readonly noneHint: string
  readonly noneInMonth: string
  readonly earlier: string
  readonly later: string
  readonly monthBefore: string
  readonly monthAfter: string
  readonly further: (count: number) => string
  readonly furtherDates: (count: number) => string
  readonly moreThatDay: (count: number) => string
  readonly kinds: Readonly<Record<EventKind, string>>
  readonly status: Readonly<Record<SessionStatus, string>>
  readonly full: string
  readonly someLeft: string
  readonly fewLeft: string
  readonly closed: string
  readonly online: string
  readonly onlineHint: string
  readonly onlineAnd: string
  readonly when: string
  readonly where: string
  readonly who: string
  readonly price: string
  readonly free: string
  readonly places: string
  readonly unlimited: string
  readonly dates: string
  readonly wholeHint: string
  readonly enrolment: string
  readonly was: (before: string) => string
  readonly register: string
  readonly joinLine: string
  readonly lineHint: string
  readonly ask: string
  readonly askHint: string
  readonly note: string
  readonly whichDate: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly howMany: string
  readonly said: Readonly<Record<Said, string>>
  readonly refusal: (code: RegistrationProblemCode, message: string) => string
  readonly subscribe: string
  readonly preview: string
  readonly draft: string
  readonly back: string
  readonly missingTitle: string
  readonly missing: string
}
