import { createEffect, on, onCleanup } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { RemoteChange } from '../calendar/view/create-book.ts'
import { showToast } from '../ui/toast.tsx'
import { newsOf, sayNews } from './mark-news.ts'
import { isUrgent } from './mark-words.ts'

interface Looking {
  readonly desk: Desk
  /** The appointment that is open beside the day. */
  readonly openId: () => string | undefined
  readonly onOpen: (id: string) => void
}

const SECONDS = 12

/** Tells of what waits for somebody on a card that is out of sight; what is in sight shows it, and the grid says it. */
export function tellReplies({ desk, openId, onOpen }: Looking): void {
  const takeAway = new Map<string, () => void>()
  const tell = ({ before, after }: RemoteChange) => {
    const sign = newsOf(before, after)
    if (!after || !sign || !isUrgent(sign) || after.id === openId() || isInSight(after.id)) return
    takeAway.get(after.id)?.()
    const text = sayNews(sign, after, desk.sayPlace(after))
    const action = { label: 'Open', run: () => onOpen(after.id) }
    takeAway.set(after.id, showToast({ tone: 'news', text, action, seconds: SECONDS }))
  }
  createEffect(
    on(
      () => desk.shown().book,
      (book) => onCleanup(book.listen(tell)),
    ),
  )
}

function isInSight(id: string): boolean {
  return [...document.querySelectorAll(`[data-card="${id}"]`)].some((card) => {
    const area = card.closest('.grid-scroll')?.getBoundingClientRect()
    if (!area || !card.checkVisibility({ visibilityProperty: true })) return false
    const { top, bottom, left, right } = card.getBoundingClientRect()
    return bottom > area.top && top < area.bottom && right > area.left && left < area.right
  })
}
