import type { EventKind } from '../../domain/event.ts'

interface KindLook {
  readonly word: string
  /** Where its tint is on the OKLCH colour wheel. */
  readonly hue: number
}

/** As the kinds of events are called at the desk, and how their sessions are tinted. */
export const eventKinds: Readonly<Record<Uppercase<EventKind>, KindLook>> = {
  GROUP_THERAPY: { word: 'Group therapy', hue: 280 },
  WORKSHOP: { word: 'Workshop', hue: 55 },
  CLASS: { word: 'Class', hue: 200 },
  COMMUNITY: { word: 'Community event', hue: 130 },
}
