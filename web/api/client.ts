import { type AnyVariables, Client, fetchExchange, type OperationResult } from '@urql/core'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { failureOfGraphQL } from './failure.ts'

const PATIENCE_MS = 20_000

/** Plain requests, no normalised cache: the calendar keeps its own version-guarded store, the pages read afresh. */
export const client = new Client({
  url: '/graphql',
  exchanges: [fetchExchange],
  requestPolicy: 'network-only',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin' },
  fetch: (input, init) => fetch(input, { ...init, signal: withPatience(init?.signal) }),
})

function withPatience(signal: AbortSignal | null | undefined): AbortSignal {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  return signal ? AbortSignal.any([signal, patience]) : patience
}

let tellSignedOut: () => void = () => {}

/** Called whenever the server says that nobody is signed in. */
export function whenSignedOut(handler: () => void): void {
  tellSignedOut = handler
}

/** Reads. Throws RequestFailed when there is no whole answer. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return wholeAnswer(await client.query<Data, Variables>(document.toString(), variables).toPromise())
}

/** Changes. A refusal is data and comes back as such; RequestFailed is thrown for the rest. */
export async function send<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return wholeAnswer(await client.mutation<Data, Variables>(document.toString(), variables).toPromise())
}

function wholeAnswer<Data>(result: OperationResult<Data, AnyVariables>): Data {
  if (result.error) {
    const failure = failureOfGraphQL(result.error)
    if (failure.code === 'UNAUTHENTICATED') tellSignedOut()
    throw failure
  }
  if (result.data === undefined) throw new Error('an answer without data and without an error')
  return result.data
}
