import { type Interval, overlaps } from '../../domain/interval.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import { type Place, resourcesOf } from '../calendar/store/book.ts'

/**
 * Terminology. The affected are the appointments that stand on time off. A step is what becomes of one of them; each
 * step has choices, of which one is proposed and one is picked. A plan is a step for each.
 */
export type StepKind = 'COVER' | 'ANOTHER_TIME' | 'CANCEL' | 'LEAVE'

export interface NamedPlace extends Place {
  readonly therapistName: string
  readonly roomName: string | null
}

export interface Affected extends NamedPlace {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly clientName: string
  readonly phone: string | null
  readonly typeName: string
  readonly hue: number
}

export interface Choice {
  /** Names the choice within its step, the same whenever the plan is asked for again. */
  readonly key: string
  readonly kind: StepKind
  /** Where it would go; none when it stays or is cancelled. */
  readonly place?: NamedPlace
}

export interface Step {
  readonly affected: Affected
  readonly choices: readonly Choice[]
  /** The key of the choice that is proposed. */
  readonly proposed: string
  /** Why no better is proposed. */
  readonly why: string | null
}

/** What was picked other than proposed, by appointment. */
export type Picks = ReadonlyMap<string, string>

export const noPicks: Picks = new Map()

/** The step an appointment may take to that place: covered when only who or where changes, another time when not. */
export function choiceOf(affected: Affected, place: NamedPlace): Choice {
  const kind = place.startsAt === affected.startsAt ? 'COVER' : 'ANOTHER_TIME'
  return { key: [kind, place.startsAt, place.therapistId, place.roomId].join(' '), kind, place }
}

export const cancelling: Choice = { key: 'CANCEL', kind: 'CANCEL' }
export const leaving: Choice = { key: 'LEAVE', kind: 'LEAVE' }

/** Where the answer says only slots: each once, the proposed one first, then what needs no slot. */
export function stepOf(
  affected: Affected,
  proposal: { readonly kind: StepKind; readonly place: NamedPlace | undefined },
  places: readonly NamedPlace[],
  why: string | null,
): Step {
  const offered = proposal.place ? [proposal.place, ...places] : places
  const choices = [...offered.map((place) => choiceOf(affected, place)), cancelling, leaving]
  return {
    affected,
    choices: choices.filter((each, index) => choices.findIndex(({ key }) => key === each.key) === index),
    proposed: proposal.place ? choiceOf(affected, proposal.place).key : proposal.kind,
    why,
  }
}

export function pickedOf(step: Step, picks: Picks): Choice {
  const key = picks.get(step.affected.id) ?? step.proposed
  return step.choices.find((each) => each.key === key) ?? leaving
}

/** What the steps that are picked do to one another: two that would take one therapist or room at one time. */
export function clashesOf(steps: readonly Step[], picks: Picks): ReadonlyMap<string, string> {
  const places = steps.map((step) => ({ step, place: placeAfter(step, picks) }))
  const clashes = new Map<string, string>()
  for (const { step, place } of places) {
    if (!place || pickedOf(step, picks).kind === 'LEAVE') continue
    const other = places.find((each) => each.step !== step && each.place && meets(place, each.place))
    if (other) clashes.set(step.affected.id, `At the same time as ${other.step.affected.clientName} in this plan.`)
  }
  return clashes
}

function placeAfter(step: Step, picks: Picks): Place | undefined {
  const { kind, place } = pickedOf(step, picks)
  if (kind === 'CANCEL') return undefined
  return place ?? step.affected
}

function meets(a: Place, b: Place): boolean {
  return resourcesOf(a).some((id) => resourcesOf(b).includes(id)) && overlaps(intervalOf(a), intervalOf(b))
}

function intervalOf(place: Place): Interval {
  return { start: place.startsAt, end: place.endsAt }
}

/** The plan as an input has it. */
export function sentPlan(steps: readonly Step[], picks: Picks) {
  return steps.map((step) => {
    const { kind, place } = pickedOf(step, picks)
    const { id: appointmentId, version: expectedVersion } = step.affected
    if (!place) return { appointmentId, expectedVersion, kind }
    const { therapistId, roomId } = place
    const [startsAt, endsAt] = [place.startsAt, place.endsAt].map((at) => new Date(at).toISOString())
    return { appointmentId, expectedVersion, kind, startsAt, endsAt, therapistId, roomId }
  })
}
