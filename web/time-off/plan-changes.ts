import { type Choice, type Picks, pickedOf, type Step } from './plan.ts'

/** What is different in a plan that was asked for again, in words, and by appointment. */
export interface PlanChanges {
  readonly words: readonly string[]
  readonly changed: ReadonlySet<string>
}

export const noChanges: PlanChanges = { words: [], changed: new Set() }

/** What others did between the two plans, so far as it bears on what was picked. */
export function changesBetween(before: readonly Step[], after: readonly Step[], picks: Picks): PlanChanges {
  const known = new Map(before.map((step) => [step.affected.id, step]))
  const still = new Set(after.map((step) => step.affected.id))
  const gone = before.filter((step) => !still.has(step.affected.id))
  const added = after.filter((step) => !known.has(step.affected.id))
  const moved = after.filter((step) => {
    const earlier = known.get(step.affected.id)
    return earlier !== undefined && earlier.affected.version !== step.affected.version
  })
  const taken = after.filter((step) => {
    const earlier = known.get(step.affected.id)
    if (!earlier || moved.includes(step)) return false
    const wanted = pickedOf(earlier, picks)
    return !step.choices.some((choice) => choice.key === wanted.key)
  })
  return {
    words: [
      ...gone.map(({ affected }) => `${affected.clientName} is no longer booked then.`),
      ...added.map(({ affected }) => `${affected.clientName} has been booked then meanwhile.`),
      ...moved.map(({ affected }) => `The appointment of ${affected.clientName} has been changed.`),
      ...taken.map(({ affected }) => `What was picked for ${affected.clientName} is no longer free.`),
    ],
    changed: new Set([...added, ...moved, ...taken].map((step) => step.affected.id)),
  }
}

/** What was picked and can still be had; an appointment that changed is to be looked at anew. */
export function keptPicks(picks: Picks, after: readonly Step[], { changed }: PlanChanges): Picks {
  const choices = new Map<string, readonly Choice[]>(after.map((step) => [step.affected.id, step.choices]))
  return new Map(
    [...picks].filter(([id, key]) => !changed.has(id) && choices.get(id)?.some((choice) => choice.key === key)),
  )
}
