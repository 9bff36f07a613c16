import { createSignal } from 'solid-js'
import { ask, whenSignedOut } from '../api/client.ts'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import type { Right, ViewerQuery } from '../generated/graphql.ts'
import { ViewerDocument } from '../generated/graphql.ts'

export type Viewer = ViewerQuery['viewer']

export type Session =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-in'; readonly viewer: Viewer; readonly routes: ViewerQuery['messageRoutes'] }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly failure: RequestFailed }

const [session, setSession] = createSignal<Session>({ kind: 'unknown' })

export { session }

whenSignedOut(() => setSession({ kind: 'signed-out' }))

/** Asks the server who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    const { viewer, messageRoutes: routes } = await ask(ViewerDocument, {})
    setSession({ kind: 'signed-in', viewer, routes })
  } catch (reason) {
    const failure = asFailure(reason)
    setSession(failure.code === 'UNAUTHENTICATED' ? { kind: 'signed-out' } : { kind: 'failed', failure })
  }
}

/** Asks again after a sign that the session has ended. When it has, the answer itself leads to the sign-in page. */
export async function confirmSession(): Promise<void> {
  if (session().kind === 'signed-in') await loadSession()
}

export function forgetSession(): void {
  setSession({ kind: 'signed-out' })
}

/** The member at this browser. Only for what is shown to the signed-in. */
export function viewer(): Viewer {
  const current = session()
  if (current.kind !== 'signed-in') throw new Error('nobody is signed in')
  return current.viewer
}

export function mayDo(right: Right): boolean {
  const current = session()
  return current.kind === 'signed-in' && current.viewer.rights.includes(right)
}

/** The desk keeps everybody's feeds, a therapist those of her own calendar. */
export function mayKeepFeeds(): boolean {
  return mayDo('EDIT_FEEDS') || viewer().therapistId !== null
}

/** Whether messages reach nobody, because no provider takes them. */
export function keepsMessages(): boolean {
  const current = session()
  if (current.kind !== 'signed-in') return false
  return current.routes.every(({ provider }) => provider === 'OUTBOX' || provider === 'PORTAL')
}
