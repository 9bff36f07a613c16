import { formatDate, formatTime, localDateOf } from '../../domain/zone.ts'
import type { Affected, Choice, NamedPlace, Step } from './plan.ts'

/** `Dr. Johnson, same time`, `Thu, Mar 5, 2:00 PM`, with who and where so far as they change. */
export function choiceInWords({ affected }: Step, { kind, place }: Choice, zone: string): string {
  if (kind === 'CANCEL') return 'Cancel, and tell the client'
  if (!place) return 'Leave it where it is'
  const who = place.therapistId === affected.therapistId ? undefined : place.therapistName
  const where = place.roomId === affected.roomId ? undefined : (place.roomName ?? 'no room')
  if (kind === 'COVER') return [who, where, 'same time'].filter(Boolean).join(', ')
  return [sayWhen(place, affected, zone), who && `with ${who}`, where].filter(Boolean).join(', ')
}

/** The date is left out where it stays. */
function sayWhen(place: NamedPlace, affected: Affected, zone: string): string {
  const time = formatTime(place.startsAt, zone)
  const isSameDay = localDateOf(place.startsAt, zone) === localDateOf(affected.startsAt, zone)
  return isSameDay ? `${time}, same day` : `${formatDate(place.startsAt, zone)}, ${time}`
}

const groups: readonly { readonly label: string; readonly kinds: readonly Choice['kind'][] }[] = [
  { label: 'Covered, same time', kinds: ['COVER'] },
  { label: 'Another time', kinds: ['ANOTHER_TIME'] },
  { label: 'Otherwise', kinds: ['CANCEL', 'LEAVE'] },
]

/** The choices as a list shows them, by what they come to. */
export function groupedChoices(step: Step): readonly { readonly label: string; readonly choices: readonly Choice[] }[] {
  return groups
    .map(({ label, kinds }) => ({ label, choices: step.choices.filter((each) => kinds.includes(each.kind)) }))
    .filter(({ choices }) => choices.length > 0)
}
