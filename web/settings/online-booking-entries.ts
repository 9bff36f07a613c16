import { originOf } from '../../domain/booking-settings.ts'
import type { BookingSettingsRecordFragment, UpdateBookingSettingsInput } from '../generated/graphql.ts'

/** The settings of online booking as they are typed. */
export interface BookingEntries {
  readonly version: number
  readonly open: boolean
  /** Left out: everybody is shown. */
  readonly therapistIds: readonly string[] | undefined
  /** One site a line. */
  readonly origins: string
  readonly confirmsEmail: boolean
  readonly offersWaitlist: boolean
  readonly moveNoticeMinutes: string
  readonly cancelNoticeMinutes: string
  readonly policy: string
  readonly consent: string
}

export function bookingEntriesOf(settings: BookingSettingsRecordFragment): BookingEntries {
  const { therapistIds, origins, moveNoticeMinutes, cancelNoticeMinutes, policy, consent, ...rest } = settings
  return {
    ...{ version: rest.version, open: rest.open, confirmsEmail: rest.confirmsEmail },
    offersWaitlist: rest.offersWaitlist,
    ...{ therapistIds: therapistIds ?? undefined, origins: origins.join('\n') },
    moveNoticeMinutes: hoursOf(moveNoticeMinutes),
    cancelNoticeMinutes: hoursOf(cancelNoticeMinutes),
    ...{ policy: policy ?? '', consent: consent ?? '' },
  }
}

export function bookingInputOf(entries: BookingEntries, clientMutationId: string): UpdateBookingSettingsInput {
  const { version: expectedVersion, origins, therapistIds, policy, consent, ...rest } = entries
  return {
    ...{ expectedVersion, clientMutationId, open: rest.open, confirmsEmail: rest.confirmsEmail },
    offersWaitlist: rest.offersWaitlist,
    ...{ therapistIds: therapistIds ? [...therapistIds] : null, policy: policy || null, consent: consent || null },
    origins: sitesIn(origins),
    moveNoticeMinutes: minutesOf(rest.moveNoticeMinutes),
    cancelNoticeMinutes: minutesOf(rest.cancelNoticeMinutes),
  }
}

export function bookingProblems({ cancelNoticeMinutes, moveNoticeMinutes, origins, therapistIds }: BookingEntries) {
  return {
    moveNoticeMinutes: hoursProblem(moveNoticeMinutes),
    cancelNoticeMinutes: hoursProblem(cancelNoticeMinutes),
    origins: sitesIn(origins).every(originOf)
      ? undefined
      : 'Write each site like https://www.harbor.example, one a line.',
    therapistIds: therapistIds?.length === 0 ? 'Choose at least one therapist, or show them all.' : undefined,
  }
}

function sitesIn(text: string): string[] {
  return text.split(/\s+/).filter((each) => each !== '')
}

const MOST_HOURS = 720

function hoursProblem(text: string): string | undefined {
  const hours = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && hours >= 0 && hours <= MOST_HOURS ? undefined : `Write 0 to ${MOST_HOURS} hours.`
}

function hoursOf(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100)
}

function minutesOf(hours: string): number {
  return Math.round(Number(hours.trim().replace(',', '.')) * 60)
}
