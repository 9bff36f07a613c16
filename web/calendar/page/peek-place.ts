export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 8

/**
 * Where a peek stands: beside its card, or else below or above it, whole within the bounds; never over the card. Where
 * there is no room at all, undefined.
 */
export function placePeek(card: Box, peek: Size, bounds: Box): { left: number; top: number } | undefined {
  const top = clamp(card.top, bounds.top + GAP, bounds.bottom - GAP - peek.height)
  if (card.right + GAP + peek.width <= bounds.right - GAP) return { left: card.right + GAP, top }
  if (card.left - GAP - peek.width >= bounds.left + GAP) return { left: card.left - GAP - peek.width, top }
  const left = clamp(card.left, bounds.left + GAP, bounds.right - GAP - peek.width)
  if (card.bottom + GAP + peek.height <= bounds.bottom - GAP) return { left, top: card.bottom + GAP }
  if (card.top - GAP - peek.height >= bounds.top + GAP) return { left, top: card.top - GAP - peek.height }
  return undefined
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
