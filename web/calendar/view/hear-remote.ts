import { initialsOf } from '../../shell/initials.ts'
import { sayRemote } from '../drag/speech.ts'
import type { RemoteChange } from './create-book.ts'
import type { Grid } from './create-grid.ts'
import { type Flash, makeFlasher } from './flash.ts'
import { findAll } from './grid-nodes.ts'

/** What somebody else did: the drag learns of it, the card lights up, and it is said aloud. */
export function makeRemoteEar(grid: Grid): (remote: RemoteChange) => void {
  const flash = makeFlasher()
  let waiting: Flash[] = []

  function flashWaiting(): void {
    flash(waiting)
    waiting = []
  }

  return ({ change, before, after }) => {
    if (after) grid.drag.send({ type: 'changed', card: after })
    else if (before) grid.drag.send({ type: 'removed', id: before.id })
    if (change.actor.kind === 'SYSTEM') return
    grid.announcer.sayRemote(sayRemote(change.actor.name, before, after, grid.sayPlace))
    if (waiting.length === 0) queueMicrotask(flashWaiting)
    const initials = initialsOf(change.actor.name)
    for (const node of after ? findAll(grid.nodes, after.id) : []) waiting.push({ node, initials })
  }
}
