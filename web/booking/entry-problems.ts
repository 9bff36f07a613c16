import type { Place } from '../calendar/store/book.ts'
import { readPhone } from '../clients/phone.ts'
import { emailProblem } from '../form/email.ts'
import { repeatProblem } from '../repeat/repeat.ts'
import type { Draft, DraftField, NewClient } from './draft.ts'

export type EntryProblems = Partial<Record<DraftField, string>>

/** What can be said of the entries before the server is asked. */
export function entryProblemsOf(draft: Draft, place: Place | undefined): EntryProblems {
  const repeat = repeatProblem(draft.repeat, draft.date)
  return { ...clientProblems(draft), ...(place ? {} : placeProblems(draft)), ...(repeat ? { repeat } : {}) }
}

function clientProblems({ client, newClient }: Draft): EntryProblems {
  if (client) return {}
  if (!newClient) return { client: 'Choose who comes, or add a new client.' }
  return newClientProblems(newClient)
}

/** What is wrong with somebody who is entered on the spot. */
export function newClientProblems({ name, phone, email }: NewClient): EntryProblems {
  const problems: EntryProblems = {}
  if (!name.trim()) problems.name = 'Write the name.'
  if (phone.trim() && !readPhone(phone)) problems.phone = 'Write it with its country, like +1 202 555 0123.'
  const wrong = email.trim() ? emailProblem(email) : undefined
  if (wrong) problems.email = wrong
  return problems
}

function placeProblems(draft: Draft): EntryProblems {
  if (draft.date === '' || draft.time === '') return { start: 'Write the day and the time.' }
  if (draft.typeId === '') return { type: 'Choose what it is for.' }
  if (!/^[1-9]\d*$/.test(draft.minutes)) return { minutes: 'Write the minutes, like 50.' }
  return { therapist: 'Nobody is free then. Choose a therapist, or another time.' }
}
