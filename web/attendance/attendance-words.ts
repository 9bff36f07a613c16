import Check from 'lucide-solid/icons/check'
import CircleMinus from 'lucide-solid/icons/circle-minus'
import Clock from 'lucide-solid/icons/clock'
import X from 'lucide-solid/icons/x'
import type { AttendanceSheetQuery, AttendanceStatus } from '../generated/graphql.ts'
import type { Icon } from '../ui/icon.ts'

export type SheetSession = NonNullable<AttendanceSheetQuery['session']>
export type Person = SheetSession['roster'][number]

export const attendanceStatuses: readonly AttendanceStatus[] = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED']

export const attendanceWords: Readonly<Record<AttendanceStatus, { readonly word: string; readonly icon: Icon }>> = {
  PRESENT: { word: 'Present', icon: Check },
  LATE: { word: 'Late', icon: Clock },
  ABSENT: { word: 'Absent', icon: X },
  EXCUSED: { word: 'Excused', icon: CircleMinus },
}

/** By what the API knows the person. */
export function idOf({ registrationId, memberId }: Pick<Person, 'registrationId' | 'memberId'>): string {
  return registrationId ?? memberId ?? ''
}

export interface Totals {
  readonly people: number
  readonly noted: number
  readonly of: Readonly<Record<AttendanceStatus, number>>
  readonly chargedCents: number
}

/** How many came, how many did not, and what they are charged together. */
export function totalsOf(roster: readonly Person[]): Totals {
  const count = (status: AttendanceStatus) => roster.filter((each) => each.attendance?.status === status).length
  return {
    people: roster.length,
    noted: roster.filter((each) => each.attendance).length,
    of: { PRESENT: count('PRESENT'), LATE: count('LATE'), ABSENT: count('ABSENT'), EXCUSED: count('EXCUSED') },
    chargedCents: roster.reduce((sum, each) => sum + (each.attendance?.chargeCents ?? 0), 0),
  }
}
