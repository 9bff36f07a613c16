import { createEffect, type JSX, Show } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import type { Draft } from '../drag/create-drag.ts'
import { LEAST_PIXELS, THREE_LINES } from './card-face.ts'
import type { Grid } from './create-grid.ts'

/** Where the card in hand would go, and what stands against it. */
export function Ghost(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  return <Show when={grid.drag.draft()}>{(draft) => <GhostCard grid={grid} draft={draft()} />}</Show>
}

function GhostCard(props: { readonly grid: Grid; readonly draft: Draft }): JSX.Element {
  const { grid } = props
  const { clock } = grid
  let ghost!: HTMLDivElement
  const height = () => {
    const { startsAt, endsAt } = props.draft.place
    return Math.max(((endsAt - startsAt) / MINUTE) * grid.minuteHeight(), LEAST_PIXELS) - 2
  }
  const where = () => {
    const { place, column } = props.draft
    const y = ((place.startsAt - column.day.start) / MINUTE) * grid.minuteHeight()
    // The ghost is as wide as a column.
    return `translate(${column.index * 100}%, ${y}px)`
  }
  const reason = () => props.draft.verdict.blocked ?? props.draft.verdict.warnings[0]

  createEffect(() => {
    where()
    if (props.draft.by === 'keys') ghost.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  })

  return (
    <div
      ref={ghost}
      class="ghost"
      classList={{
        blocked: props.draft.verdict.blocked !== undefined,
        short: height() < THREE_LINES,
        'after-middle': props.draft.column.index >= grid.columns().length / 2,
      }}
      style={{
        transform: where(),
        width: `calc(100% / ${grid.columns().length})`,
        '--hue': props.draft.card.hue,
        '--height': `${height()}px`,
      }}
      aria-hidden="true"
    >
      <div class="ghost-card">
        <b>
          {clock().short(props.draft.place.startsAt)}
          <Show when={height() >= THREE_LINES}> – {clock().short(props.draft.place.endsAt)}</Show>
        </b>
        <span>{props.draft.column.resource.name}</span>
        <Show when={height() >= THREE_LINES}>
          <span>{props.draft.card.clientName}</span>
        </Show>
      </div>
      <Show when={reason()}>
        <p class="ghost-reason">{reason()}</p>
      </Show>
    </div>
  )
}
