import type { AnyVariables } from '@urql/core'
import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { ask } from './client.ts'
import { asFailure, type RequestFailed } from './failure.ts'

export interface Answer<Data> {
  /** The last whole answer; kept while a newer one is under way or has failed. */
  readonly data: Accessor<Data | undefined>
  readonly failure: Accessor<RequestFailed | undefined>
  readonly loading: Accessor<boolean>
  /** Over once the newest question has been answered. */
  readonly again: () => Promise<void>
}

/** Reads when the variables change; an answer overtaken by a newer question is dropped. */
export function createAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Accessor<Variables>,
): Answer<Data> {
  const [data, setData] = createSignal<Data>()
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [loading, setLoading] = createSignal(true)
  let latest = 0
  let newest = Promise.resolve()

  const read = async (question: Variables) => {
    const mine = ++latest
    setLoading(true)
    try {
      const answer = await ask(document, question)
      if (mine !== latest) return
      setData(() => answer)
      setFailure(undefined)
    } catch (reason) {
      if (mine === latest) setFailure(asFailure(reason))
    } finally {
      if (mine === latest) setLoading(false)
    }
  }

  const again = async () => {
    newest = read(untrack(variables))
    for (let seen: unknown; seen !== newest; await seen) seen = newest
  }

  createEffect(
    on(variables, (question) => {
      newest = read(question)
    }),
  )
  return { data, failure, loading, again }
}
