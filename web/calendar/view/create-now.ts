import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { type Instant, MINUTE } from '../../../domain/interval.ts'

/** The present, told anew at every full minute. */
export function createNow(): Accessor<Instant> {
  const [now, setNow] = createSignal(Date.now())
  let timer: number | undefined
  function wait(): void {
    timer = window.setTimeout(tell, MINUTE - (Date.now() % MINUTE))
  }
  function tell(): void {
    setNow(Date.now())
    wait()
  }
  wait()
  onCleanup(() => clearTimeout(timer))
  return now
}
