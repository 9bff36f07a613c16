import { subscribeWaitlist } from '../live/connection.ts'
import { whenTold } from '../live/when-told.ts'

/** Reads again once something changed of who waits, what is free or what is offered, whoever changed it. */
export function whenWaitlistChanges(again: () => void): void {
  whenTold(subscribeWaitlist, again)
}
