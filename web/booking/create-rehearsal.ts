import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { Refused } from './refusal.ts'

export interface Rehearsal {
  /** Why it could not be as it stands, as far as is known. */
  readonly refused: Accessor<Refused | undefined>
  /** What was answered when it was meant. */
  readonly tell: (refused: Refused | undefined) => void
}

export interface RehearsalQuestion<Input> {
  readonly input: Input
  /** What the answer may depend on; another stand of it asks again. */
  readonly stand: readonly unknown[]
}

/**
 * Asks ahead whether something could stand in the book. One question at a time: whatever is entered while an answer is
 * awaited is asked when it has come, and only the answer to the last question counts.
 */
export function createRehearsal<Input>(
  question: Accessor<RehearsalQuestion<Input> | undefined>,
  rehearse: (input: Input) => Promise<Refused | undefined>,
): Rehearsal {
  const [refused, setRefused] = createSignal<Refused>()
  let wanted: RehearsalQuestion<Input> | undefined
  let isAsking = false

  async function ask(input: Input): Promise<Refused | undefined> {
    try {
      return await rehearse(input)
    } catch {
      // A rehearsal is a courtesy: what stands in the way is said when it is meant.
      return undefined
    }
  }

  async function askAll(): Promise<void> {
    isAsking = true
    for (let asked = wanted; asked; asked = wanted === asked ? undefined : wanted) {
      const answer = await ask(asked.input)
      if (wanted === asked) setRefused(answer)
    }
    isAsking = false
  }

  createEffect(
    on(question, (next) => {
      wanted = next
      if (!next) setRefused(undefined)
      else if (!isAsking) void askAll()
    }),
  )
  return { refused, tell: setRefused }
}

export function isSameQuestion(a?: RehearsalQuestion<unknown>, b?: RehearsalQuestion<unknown>): boolean {
  if (!a || !b) return a === b
  return JSON.stringify(a.input) === JSON.stringify(b.input) && a.stand.every((each, index) => each === b.stand[index])
}
