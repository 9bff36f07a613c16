import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Answer, createAnswer } from '../api/create-answer.ts'
import { PreviewMessageDocument, type PreviewMessageInput, type PreviewMessageQuery } from '../generated/graphql.ts'

const PAUSE_MS = 250

/** The message as it would be sent, a moment after the last word was typed. */
export function createPreview(wanted: Accessor<PreviewMessageInput>): Answer<PreviewMessageQuery> {
  const [input, setInput] = createSignal(wanted())
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (next: PreviewMessageInput) => {
    clearTimeout(timer)
    timer = setTimeout(() => setInput(next), PAUSE_MS)
  }
  createEffect(on(wanted, look, { defer: true }))
  onCleanup(() => clearTimeout(timer))
  return createAnswer(PreviewMessageDocument, () => ({ input: input() }))
}
