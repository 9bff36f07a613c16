import { failureOfNetwork, failureOfStatus } from '../api/failure.ts'

export type SignInAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly message: string; readonly field?: 'password' }
  | { readonly kind: 'locked'; readonly minutes: number }

export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  const response = await post('/api/auth/sign-in/email', { email, password })
  if (response.status === 400 || response.status === 401 || response.status === 403) {
    return { kind: 'refused', message: 'The e-mail or the password is not right.' }
  }
  return answerOf(response)
}

/** A new member sets the first password, with the token of the link that the administrator handed over. */
export async function join(token: string, password: string): Promise<SignInAnswer> {
  const response = await post('/api/auth/join', { token, password })
  if (response.status === 400) return refusalOf(response)
  return answerOf(response)
}

export async function signOut(): Promise<void> {
  await answerOf(await post('/api/auth/sign-out', {}))
}

export async function signOutEverywhere(): Promise<void> {
  await answerOf(await post('/api/auth/revoke-sessions', {}))
}

export async function post(path: string, body: Record<string, string>): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
  } catch (reason) {
    throw failureOfNetwork(reason)
  }
}

export async function answerOf(response: Response): Promise<SignInAnswer> {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after'))
    return { kind: 'locked', minutes: Math.max(1, Math.ceil((seconds || 60) / 60)) }
  }
  if (!response.ok) throw failureOfStatus(response.status)
  return { kind: 'done' }
}

async function refusalOf(response: Response): Promise<SignInAnswer> {
  const { code, message }: { code?: unknown; message?: unknown } = await response.json()
  return {
    kind: 'refused',
    message: typeof message === 'string' ? message : 'The server gave no reason.',
    ...(code === 'PASSWORD_UNFIT' && { field: 'password' }),
  }
}
