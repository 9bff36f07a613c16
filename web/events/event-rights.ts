import { mayDo, viewer } from '../session/session.ts'

interface Run {
  readonly facilitators: readonly { readonly id: string }[]
}

/** Whether the viewer may make events, and say whether the public sees them. */
export function mayPublish(): boolean {
  return mayDo('EDIT_EVENTS')
}

/** The desk sees who comes to every event, a therapist to those that she runs. */
export function maySeePeople(event: Run): boolean {
  return mayDo('READ_ROSTERS') || mayEdit(event)
}

/** The desk changes every event, a therapist those that she runs. */
export function mayEdit({ facilitators }: Run): boolean {
  const own = viewer().therapistId
  return mayPublish() || (mayDo('EDIT_OWN_EVENTS') && facilitators.some((each) => each.id === own))
}
