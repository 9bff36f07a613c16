import { type Accessor, createEffect, createSignal, on } from 'solid-js'

export interface Rehearsal<Answer> {
  /** What would be said to it as it stands, as far as is known; undefined when nothing would. */
  readonly answer: Accessor<Answer | undefined>
  /** What was answered when it was meant. */
  readonly tell: (answer: Answer | undefined) => void
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
export function createRehearsal<Input, Answer extends object>(
  question: Accessor<RehearsalQuestion<Input> | undefined>,
  rehearse: (input: Input) => Promise<Answer | undefined>,
): Rehearsal<Answer> {
  const [answer, setAnswer] = createSignal<Answer>()
  let wanted: RehearsalQuestion<Input> | undefined
  let isAsking = false

  async function ask(input: Input): Promise<Answer | undefined> {
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
      const said = await ask(asked.input)
      if (wanted === asked) setAnswer(() => said)
    }
    isAsking = false
  }

  createEffect(
    on(question, (next) => {
      wanted = next
      if (!next) setAnswer(undefined)
      else if (!isAsking) void askAll()
    }),
  )
  return { answer, tell: (said) => setAnswer(() => said) }
}

export function isSameQuestion(a?: RehearsalQuestion<unknown>, b?: RehearsalQuestion<unknown>): boolean {
  if (!a || !b) return a === b
  return JSON.stringify(a.input) === JSON.stringify(b.input) && a.stand.every((each, index) => each === b.stand[index])
}
