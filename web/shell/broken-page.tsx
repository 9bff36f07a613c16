import './lone-page.css'
import { useLocation } from '@solidjs/router'
import { createEffect, type JSX, on, onMount } from 'solid-js'
import { Button } from '../ui/button.tsx'

/** A fault of this program. The error itself goes to the console, for whoever is asked to look. */
export function BrokenPage(props: { readonly error: unknown; readonly onRetry: () => void }): JSX.Element {
  const location = useLocation()
  onMount(() => console.error(props.error))
  createEffect(on(() => location.pathname, props.onRetry, { defer: true }))
  return (
    <div class="lone-page">
      <div class="lone-card" role="alert">
        <h1>This page broke</h1>
        <p>What was saved is safe. Try the page again; if it breaks again, reload it.</p>
        <div class="lone-actions">
          <Button kind="primary" onClick={props.onRetry}>
            Try again
          </Button>
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </div>
      </div>
    </div>
  )
}
