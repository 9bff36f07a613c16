import './planned-slot.css'
import { For, type JSX } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { columnOf } from '../layout/columns.ts'
import { resourcesOf } from '../store/book.ts'
import { LEAST_PIXELS } from './card-face.ts'
import type { Grid } from './create-grid.ts'

/** Where what is being booked would stand, in its therapist's column and in its room's. */
export function PlannedSlots(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const columns = () => {
    const plan = grid.props.plan
    const found = plan && resourcesOf(plan.place).map((id) => columnOf(grid.columns(), id, plan.place.startsAt))
    return found?.filter((each) => each !== undefined) ?? []
  }
  return (
    <For each={columns()}>
      {(column) => (
        <div
          class="planned-slot"
          aria-hidden="true"
          style={{
            '--hue': grid.props.plan!.hue,
            top: `${((grid.props.plan!.place.startsAt - column.day.start) / MINUTE) * grid.minuteHeight()}px`,
            height: `${heightOf(grid)}px`,
            left: `calc(100% / ${grid.columns().length} * ${column.index})`,
            width: `calc(100% / ${grid.columns().length})`,
          }}
        >
          <p>
            {grid.clock().short(grid.props.plan!.place.startsAt)} {grid.props.plan!.label}
          </p>
        </div>
      )}
    </For>
  )
}

function heightOf(grid: Grid): number {
  const { startsAt, endsAt } = grid.props.plan!.place
  return Math.max(((endsAt - startsAt) / MINUTE) * grid.minuteHeight(), LEAST_PIXELS)
}
