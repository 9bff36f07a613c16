import { subscribeEvents } from '../live/connection.ts'
import { whenTold } from '../live/when-told.ts'

/** Reads again once something changed of events, their sessions or who comes to them, whoever changed it. */
export function whenEventsChange(again: () => void): void {
  whenTold(subscribeEvents, again)
}
