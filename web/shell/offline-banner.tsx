import './offline-banner.css'
import WifiOff from 'lucide-solid/icons/wifi-off'
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'

/** Says that the network is gone. The place exists before it speaks, so that it is read aloud. */
export function OfflineBanner(): JSX.Element {
  const [online, setOnline] = createSignal(navigator.onLine)
  const look = () => setOnline(navigator.onLine)
  onMount(() => {
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
  })
  onCleanup(() => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  })
  return (
    <div role="status">
      <Show when={!online()}>
        <p class="offline-banner">
          <WifiOff size={15} />
          You are offline. What you see may be old; changes cannot be saved until the network is back.
        </p>
      </Show>
    </div>
  )
}
