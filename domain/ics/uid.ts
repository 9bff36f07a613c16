/** What a calendar knows an appointment by, in mails, by its link and in feeds alike. */
export function appointmentUid(id: string): string {
  return `${id}@daybook`
}

/** An event with all its sessions. */
export function eventUid(id: string): string {
  return `event-${id}@daybook`
}

/** A session that the rule of its event does not give. */
export function sessionUid(id: string): string {
  return `session-${id}@daybook`
}

export function timeOffUid(id: string): string {
  return `time-off-${id}@daybook`
}
