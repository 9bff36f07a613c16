import { type JSX, Show } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import type { Draft } from '../drag/create-drag.ts'
import type { Grid } from './create-grid.ts'

/** For moving by clicks alone: what is in hand, where it would go, and the two ways to end it. */
export function CarryBar(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const carried = () => {
    const draft = grid.drag.draft()
    return draft?.by === 'keys' ? draft : undefined
  }
  return (
    <Show when={carried()}>
      {(draft) => (
        <div
          class="carry-bar"
          role="group"
          aria-label={`${draft().card.newcomer ? 'Placing' : 'Moving'} ${draft().card.clientName}`}
        >
          <p>
            <b>{draft().card.clientName}</b>
            <span classList={{ blocked: draft().verdict.blocked !== undefined }}>
              {draft().verdict.blocked ?? draft().verdict.warnings[0] ?? 'Pick a slot, or use the arrow keys.'}
            </span>
          </p>
          <Button kind="primary" disabled={draft().verdict.blocked !== undefined} onClick={() => grid.drag.drop()}>
            {wordOf(draft())} {grid.sayTarget(draft().card, draft().place)}
          </Button>
          <Button onClick={() => grid.drag.send({ type: 'cancel' })}>Cancel</Button>
        </div>
      )}
    </Show>
  )
}

function wordOf({ card, part }: Draft): string {
  if (card.newcomer) return 'Book'
  return part === 'whole' ? 'Move to' : 'Change to'
}
