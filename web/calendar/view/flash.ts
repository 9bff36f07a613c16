import { initialsOf } from '../../shell/initials.ts'

export interface Flash {
  readonly node: HTMLElement
  /** Of whoever changed it. */
  readonly name: string
}

/** More than this at once is somebody's bulk work or a catching-up: nothing is gained by sparkling. */
const MOST_AT_ONCE = 8

/** Lights up changed cards once, each with the initials of whoever changed it. */
export function makeFlasher(): (flashes: readonly Flash[]) => void {
  let alight = 0
  return (flashes) => {
    if (alight + flashes.length > MOST_AT_ONCE) return
    for (const flash of flashes) {
      alight++
      lightUp(flash, () => alight--)
    }
  }
}

function lightUp({ node, name }: Flash, onEnd: () => void): void {
  const light = document.createElement('span')
  light.className = 'card-flash'
  light.ariaHidden = 'true'
  light.textContent = initialsOf(name)
  light.style.cssText = node.style.cssText
  light.addEventListener('animationend', () => {
    light.remove()
    onEnd()
  })
  node.closest('.grid-column')?.append(light)
}
