import { viewer } from '../../session/session.ts'

const drafts = new Map<string, string>()

/** What somebody has begun to write about an appointment; it outlasts the panel, though not the page. */
export function draftOf(appointmentId: string): string {
  return drafts.get(keyOf(appointmentId)) ?? ''
}

export function keepDraft(appointmentId: string, text: string): void {
  if (text) drafts.set(keyOf(appointmentId), text)
  else drafts.delete(keyOf(appointmentId))
}

/** Nobody finds what another began at the same desk. */
function keyOf(appointmentId: string): string {
  return `${viewer().email ?? ''} ${appointmentId}`
}
