import { newsOf } from '../../messages/mark-news.ts'
import { showToast } from '../../ui/toast.tsx'
import { isHolding } from '../drag/drag.ts'
import { sayRemote } from '../drag/speech.ts'
import type { Card } from '../store/book.ts'
import { isSamePlace } from '../store/moves.ts'
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
    if (before) tellHand(grid, { change, before, after })
    if (after) grid.drag.send({ type: 'changed', card: after })
    else if (before) grid.drag.send({ type: 'removed', id: before.id })
    const news = newsOf(before, after)
    const isSystem = change.actor.kind === 'SYSTEM'
    if (isSystem ? news === undefined : isOfMessages(before, after) && news === undefined) return
    grid.announcer.sayRemote(() => sayRemote(change.actor, before, after, grid.sayPlace))
    if (!after || isSystem) return
    if (waiting.push({ id: after.id, name: change.actor.name }) === 1) grid.shown.afterDraw(flashWaiting)
  }
}

/** Whoever has the card in hand sees it jump or go: she is told who did that. It has been said aloud. */
function tellHand(grid: Grid, { change, before, after }: RemoteChange & { readonly before: Card }): void {
  const drag = grid.drag.drag()
  if (!isHolding(drag) || drag.card.id !== before.id || (after && isSamePlace(before, after))) return
  const what = sayRemote(change.actor, before, after, grid.sayPlace)
  showToast({ tone: 'news', text: after ? `${what} What you have in hand goes on from there.` : what })
}

/** Whether the appointment itself is as it was. */
function isOfMessages(before: Card | undefined, after: Card | undefined): boolean {
  return before !== undefined && before.version === after?.version
}
