import { ask, openSocket, type TestApp } from '../../support/app.ts'

export interface Asked {
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string | null
}

export interface ToldError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: Record<string, unknown>
}

export interface Told {
  readonly data?: unknown
  readonly errors?: readonly ToldError[]
}

type Transport = (app: TestApp, proof: string, asked: Asked) => Promise<Told>

async function overHttp(app: TestApp, proof: string, asked: Asked): Promise<Told> {
  const { query, variables, ...rest } = asked
  const { data, errors } = await ask(app, proof, query, variables, rest)
  return { data, errors }
}

async function overSocket(app: TestApp, proof: string, asked: Asked): Promise<Told> {
  const client = openSocket(app, proof)
  const heard = Promise.withResolvers<Told>()
  client.subscribe(asked, {
    next: (result) => heard.resolve(result as Told),
    error: (reason) => (Array.isArray(reason) ? heard.resolve({ errors: reason }) : heard.reject(reason)),
    complete: () => heard.reject(new Error('the operation ended without an answer')),
  })
  try {
    return await heard.promise
  } finally {
    await client.dispose()
  }
}

/** The two ways in, which must answer alike. */
export const transports: readonly (readonly [string, Transport])[] = [
  ['HTTP', overHttp],
  ['a socket', overSocket],
]

/** The code of the only kind of error told. */
export function codesOf(told: Told): unknown[] {
  return [...new Set(told.errors?.map((each) => each.extensions.code))]
}
