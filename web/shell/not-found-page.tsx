import './lone-page.css'
import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { useTitle } from './use-title.ts'

export function NotFoundPage(): JSX.Element {
  useTitle(() => 'Not found')
  return (
    <div class="lone-page">
      <div class="lone-card">
        <h1>There is no such page</h1>
        <p>The address may be old or mistyped.</p>
        <p>
          <A href="/">Go to the start</A>
        </p>
      </div>
    </div>
  )
}
