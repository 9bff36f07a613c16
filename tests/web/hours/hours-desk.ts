import { addDays, instantOf, localDateOf, weekdayOf } from '../../../domain/zone.ts'
import { makeTherapist, makeType } from '../../support/world.ts'
import { openDaybook } from '../open-daybook.ts'

export const zone = 'America/New_York'

const OPEN_HOURS = `query ($from: DateTime!, $to: DateTime!, $ids: [ID!]) {
  calendar(from: $from, to: $to, resourceIds: $ids) { openHours { startsAt endsAt } } }`

const SLOTS = 'query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { slots { localStart } } }'

interface Slots {
  readonly availableSlots: { readonly slots: readonly { readonly localStart: string }[] }
}

interface OpenHours {
  readonly calendar: { readonly openHours: readonly { readonly startsAt: string; readonly endsAt: string }[] }
}

/** A clinic whose administrator sets hours. Close it when the file is done. */
export async function openHoursDesk() {
  const daybook = await openDaybook()
  const { office, database } = daybook
  let count = 0
  return {
    daybook,
    therapistWith: (hours: { weekday: number; start: string; end: string }[]) =>
      makeTherapist(database.db, office.clinic.id, { name: `Dr. Vera Lund ${++count}`, hours }),
    async openHours(id: string) {
      const page = await daybook.open(`/settings/hours/${id}`, office.admin)
      await page.locator('.week-field').waitFor()
      return page
    },
    /** When the calendar has it open on the date. */
    async openOn(resourceId: string, date: string): Promise<number[][]> {
      const [from, to] = [iso(date, '00:00'), iso(date, '24:00')]
      const { calendar } = await office.read<OpenHours>(OPEN_HOURS, { from, to, ids: [resourceId] })
      return calendar.openHours.map((each) => [Date.parse(each.startsAt), Date.parse(each.endsAt)])
    },
    /** When an hour with the therapist is offered on the date. */
    async bookableOn(therapistId: string, date: string): Promise<string[]> {
      const type = await makeType(database.db, office.clinic.id, { minutes: 60, bufferAfter: 0, needsRoom: false })
      const window = { from: iso(date, '00:00'), to: iso(date, '24:00') }
      const input = { typeId: type.id, therapistIds: [therapistId], ...window, first: 50 }
      const { availableSlots } = await office.read<Slots>(SLOTS, { input })
      const starts = availableSlots.slots.map((each) => each.localStart.slice(11, 16))
      return starts.filter((start) => start.endsWith(':00'))
    },
    close: () => daybook.close(),
  }
}

export type HoursDesk = Awaited<ReturnType<typeof openHoursDesk>>

/** The next such weekday, not today. */
export function nextDay(weekday: number): string {
  const today = localDateOf(Date.now(), zone)
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

export function span(date: string, start: string, end: string): number[] {
  return [instantOf(date, start, zone), instantOf(date, end, zone)]
}

function iso(date: string, time: string): string {
  return new Date(instantOf(date, time, zone)).toISOString()
}
