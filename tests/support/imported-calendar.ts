import { ask } from './app.ts'

/** The text of a calendar with those entries, of each the lines that differ. */
export function calendarText(...events: string[]): string {
  const vevents = events.map((each) => `BEGIN:VEVENT\n${each.trim()}\nEND:VEVENT`)
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...vevents, 'END:VCALENDAR', ''].join('\n').replaceAll('\n', '\r\n')
}

/** A calendar that is imported for the therapist over the wire and takes no time. */
export async function importNothing(app: { url: string }, proof: string, therapistId: string): Promise<string> {
  const query = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    ... on CalendarImported { calendar { id } } } }`
  const input = { therapistId, name: 'Empty', ics: calendarText() }
  const { data } = await ask<{ importCalendar: { calendar: { id: string } } }>(app, proof, query, { input })
  return data.importCalendar.calendar.id
}
