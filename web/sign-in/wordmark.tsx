import type { JSX } from 'solid-js'

export function Wordmark(): JSX.Element {
  return (
    <div class="wordmark">
      <img src="/daybook.svg" alt="" width="24" height="24" />
      Daybook
    </div>
  )
}
