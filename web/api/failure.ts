import type { CombinedError } from '@urql/core'

export type FailureCode =
  | 'OFFLINE'
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY'
  | 'CONFLICT'
  | 'INTERNAL'

const contractCodes: readonly FailureCode[] = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TOO_COSTLY',
  'CONFLICT',
  'INTERNAL',
]

/** A request that was not answered: neither with data nor with a refusal that is data. */
export class RequestFailed extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly requestId?: string,
    /** The input that cannot be used, when the server names it. */
    readonly path?: readonly string[],
  ) {
    super(message)
    this.name = 'RequestFailed'
  }
}

export function asFailure(reason: unknown): RequestFailed {
  if (reason instanceof RequestFailed) return reason
  return new RequestFailed('INTERNAL', reason instanceof Error ? reason.message : String(reason))
}

export function codeOf(extensions: { readonly code?: unknown } | undefined): FailureCode {
  return contractCodes.find((each) => each === extensions?.code) ?? 'INTERNAL'
}

export function failureOfGraphQL(error: CombinedError): RequestFailed {
  const first = error.graphQLErrors[0]
  if (first) {
    const { requestId, path } = first.extensions
    return new RequestFailed(
      codeOf(first.extensions),
      first.message,
      typeof requestId === 'string' ? requestId : undefined,
      Array.isArray(path) ? path.map(String) : undefined,
    )
  }
  const response: unknown = error.response
  if (response instanceof Response) return failureOfStatus(response.status)
  return failureOfNetwork(error.networkError)
}

export function failureOfStatus(status: number): RequestFailed {
  if (status === 401) return new RequestFailed('UNAUTHENTICATED', 'You are signed out.')
  if (status === 403) return new RequestFailed('FORBIDDEN', 'You may not do this.')
  if (status === 429) return new RequestFailed('RATE_LIMITED', 'Too many requests in a short time.')
  return new RequestFailed(status >= 500 ? 'UNREACHABLE' : 'INTERNAL', `The server answered with status ${status}.`)
}

export function failureOfNetwork(reason: unknown): RequestFailed {
  if (!navigator.onLine) return new RequestFailed('OFFLINE', 'This computer is offline.')
  if (reason instanceof DOMException && reason.name === 'TimeoutError') {
    return new RequestFailed('TIMED_OUT', 'The server did not answer in time.')
  }
  return new RequestFailed('UNREACHABLE', 'The server could not be reached.')
}
