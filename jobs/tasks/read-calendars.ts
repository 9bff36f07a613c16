import type { FetchText } from '../../actions/external-text.ts'
import { readCalendars } from '../../actions/read-calendars.ts'
import { readCalendars as contract } from '../contracts.ts'
import { type Task, task } from '../task.ts'

export function readCalendarsTask(fetchText: FetchText): Task {
  return task(contract, (context, ids) => readCalendars(context, ids, fetchText))
}
