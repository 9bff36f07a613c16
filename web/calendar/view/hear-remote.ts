import { sayRemote } from '../drag/speech.ts'
import type { RemoteChange } from './create-book.ts'
import type { Grid } from './create-grid.ts'
import { makeFlasher } from './flash.ts'
import { findAll } from './grid-nodes.ts'

/** What somebody else did: the drag learns of it, the card lights up, and it is said aloud. */
export function makeRemoteEar(grid: Grid): (remote: RemoteChange) => void {
  const flash = makeFlasher()
  let waiting: { readonly id: string; readonly name: string }[] = []

  function flashWaiting(): void {
    flash(waiting.flatMap(({ id, name }) => findAll(grid.nodes, id).map((node) => ({ node, name }))))
    waiting = []
  }

  return ({ change, before, after }) => {
    if (after) grid.drag.send({ type: 'changed', card: after })
    else if (before) grid.drag.send({ type: 'removed', id: before.id })
    if (change.actor.kind === 'SYSTEM') return
    grid.announcer.sayRemote(() => sayRemote(change.actor.name, before, after, grid.sayPlace))
    if (!after) return
    if (waiting.push({ id: after.id, name: change.actor.name }) === 1) grid.shown.afterDraw(flashWaiting)
  }
}
