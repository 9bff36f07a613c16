import type { EventRecordFragment } from '../generated/graphql.ts'
import { mayDo, viewer } from '../session/session.ts'

/** Whether the viewer may make events, and say whether the public sees them. */
export function mayPublish(): boolean {
  return mayDo('EDIT_EVENTS')
}

/** The desk changes every event, a therapist those that she runs. */
export function mayEdit({ facilitators }: Pick<EventRecordFragment, 'facilitators'>): boolean {
  const own = viewer().therapistId
  return mayPublish() || (mayDo('EDIT_OWN_EVENTS') && facilitators.some((each) => each.id === own))
}
