import type { JSX } from 'solid-js'
import type { Lane } from '../../calendar/layout/pack.ts'
import { DAY_MINUTES, type Span } from '../week/block.ts'

/** Where a span is drawn in the field of the week. */
export function boxOf({ weekday, start, end }: Span, { lane, lanes }: Lane): JSX.CSSProperties {
  return {
    top: `${(start / DAY_MINUTES) * 100}%`,
    height: `${((end - start) / DAY_MINUTES) * 100}%`,
    left: `${((weekday - 1 + lane / lanes) / 7) * 100}%`,
    width: `${100 / 7 / lanes}%`,
  }
}
