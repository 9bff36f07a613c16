import { For, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { placesWord } from '../registrations/registration-words.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { priceInWords } from '../settings/price.ts'
import { attendanceStatuses, attendanceWords, type Person } from './attendance-words.ts'
import type { Sheet } from './create-sheet.ts'

interface AttendanceRowProps {
  readonly person: Person
  readonly sheet: Sheet
  readonly mayNote: boolean
}

/** One person: a tap says whether she came. */
export function AttendanceRow(props: AttendanceRowProps): JSX.Element {
  return (
    <li class="sheet-row">
      <div class="sheet-who">
        <p class="sheet-name">
          {props.person.name}
          <Show when={props.person.places > 1}>
            <span>{placesWord(props.person.places)}</span>
          </Show>
        </p>
        <p class="sheet-noted figures">{notedInWords(props)}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in ways of its own */}
      <div class="sheet-ticks" role="group" aria-label={props.person.name}>
        <For each={attendanceStatuses}>
          {(status) => (
            <button
              type="button"
              class={`tick ${status.toLowerCase()}`}
              aria-pressed={props.sheet.statusOf(props.person) === status}
              disabled={!props.mayNote}
              onClick={() => props.sheet.tick(props.person, status)}
            >
              <Dynamic component={attendanceWords[status].icon} size={16} aria-hidden="true" />
              {attendanceWords[status].word}
            </button>
          )}
        </For>
      </div>
    </li>
  )
}

function notedInWords({ person, sheet }: AttendanceRowProps): string {
  if (sheet.isSaving(person)) return 'Saving…'
  const { attendance } = person
  if (!attendance) return 'Not noted yet'
  const { chargeCents, notedAt, notedBy } = attendance
  const noted = chargeCents > 0 ? `${priceInWords(chargeCents)} charged, noted` : 'Noted'
  const isToday = dayInWords(notedAt) === dayInWords(new Date().toISOString())
  return `${noted} by ${notedBy}, ${isToday ? '' : `${dayInWords(notedAt)}, `}${clockInWords(notedAt)}`
}
