import { ErrorBoundary, type JSX, Suspense } from 'solid-js'
import { Toasts } from '../ui/toast.tsx'
import { BrokenPage } from './broken-page.tsx'

/** Around every page, signed in or not: what breaks is shown, toasts have their place. */
export function Root(props: { readonly children?: JSX.Element }): JSX.Element {
  return (
    <>
      <ErrorBoundary fallback={(error: unknown, reset) => <BrokenPage error={error} onRetry={reset} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
      <Toasts />
    </>
  )
}
