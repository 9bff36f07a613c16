import './frame.css'
import { Navigate, useLocation } from '@solidjs/router'
import { ErrorBoundary, type JSX, Match, onMount, Suspense, Switch } from 'solid-js'
import { loadSession, session } from '../session/session.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BrokenPage } from './broken-page.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { Rail } from './rail.tsx'

/** The signed-in program: rail, and the page beside it. When nobody is signed in: the sign-in page, and back here after. */
export function Frame(props: { readonly children?: JSX.Element }): JSX.Element {
  const location = useLocation()
  onMount(() => void (session().kind === 'signed-in' || loadSession()))
  const failure = () => {
    const current = session()
    return current.kind === 'failed' ? current.failure : undefined
  }
  return (
    <Switch fallback={<FrameSkeleton />}>
      <Match when={session().kind === 'signed-out'}>
        <Navigate href={`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`} />
      </Match>
      <Match when={failure()}>
        {(shown) => (
          <main class="frame-failed">
            <FailureState failure={shown()} onRetry={loadSession} />
          </main>
        )}
      </Match>
      <Match when={session().kind === 'signed-in'}>
        <div class="frame">
          <a class="skip" href="#main" target="_self">
            Skip to the page
          </a>
          <Rail />
          <main class="frame-main" id="main" tabindex="-1">
            <OfflineBanner />
            <ErrorBoundary fallback={(error: unknown, reset) => <BrokenPage error={error} onRetry={reset} />}>
              <Suspense fallback={<Skeleton lines={6} />}>{props.children}</Suspense>
            </ErrorBoundary>
          </main>
        </div>
      </Match>
    </Switch>
  )
}

/** The frame's own shape while it is asked who is here, so that nothing jumps. */
function FrameSkeleton(): JSX.Element {
  return (
    <div class="frame" aria-busy="true">
      <div class="rail" />
      <div class="frame-main">
        <div class="top-bar" />
        <Skeleton lines={6} />
      </div>
    </div>
  )
}
