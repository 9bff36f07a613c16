const MINUTES_BEFORE = 30

/**
 * The minute of the day to show at the top at first: just before opening, or, where the present would then lie below
 * the fold, the present a third of the way down.
 */
export function firstScroll(openMinute: number, nowMinute: number | undefined, shownMinutes: number): number {
  const beforeOpening = Math.max(0, openMinute - MINUTES_BEFORE)
  if (nowMinute === undefined || nowMinute < beforeOpening + shownMinutes * 0.8) return beforeOpening
  return nowMinute - shownMinutes / 3
}
