import type { JSX } from 'solid-js'
import { clockInWords, dayInWords } from '../../session/when.ts'

/** `Tue, Mar 3, 2:30 PM`. */
export function Moment(props: { readonly at: string }): JSX.Element {
  return (
    <time dateTime={props.at}>
      {dayInWords(props.at)}, {clockInWords(props.at)}
    </time>
  )
}
