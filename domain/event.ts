/** What can be published: groups, workshops, classes and evenings for everybody. */
export const eventKinds = ['group_therapy', 'workshop', 'class', 'community'] as const
export type EventKind = (typeof eventKinds)[number]

/** Whether the public sees it. */
export const publishStatuses = ['draft', 'published', 'archived'] as const
export type PublishStatus = (typeof publishStatuses)[number]

/** Where a session stands, beside schema.org's EventStatusType. */
export const sessionStatuses = ['scheduled', 'rescheduled', 'postponed', 'cancelled', 'moved_online'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** Whoever registers has a place at once; who enrols is screened first and becomes a member of the group. */
export const eventAdmissions = ['registration', 'enrolment'] as const
export type EventAdmission = (typeof eventAdmissions)[number]

/** Whether one registers for each session by itself or for all of them. */
export const registersForChoices = ['session', 'event'] as const
export type RegistersFor = (typeof registersForChoices)[number]

/** What becomes of sessions that are added later: published when the event is, or drafts until somebody has looked. */
export const newSessionsChoices = ['inherit', 'draft'] as const
export type NewSessions = (typeof newSessionsChoices)[number]

/** What can be done to an event as a whole. */
export type Publishing = 'publish' | 'unpublish' | 'archive'

const steps: Readonly<Record<Publishing, { readonly from: readonly PublishStatus[]; readonly to: PublishStatus }>> = {
  publish: { from: ['draft'], to: 'published' },
  unpublish: { from: ['published', 'archived'], to: 'draft' },
  archive: { from: ['draft', 'published'], to: 'archived' },
}

/** Where the event stands after the step, or undefined where it cannot be taken from there. */
export function afterPublishing(status: PublishStatus, step: Publishing): PublishStatus | undefined {
  const { from, to } = steps[step]
  return from.includes(status) ? to : undefined
}

/** Whether a session that is added to the event now is shown with it. */
export function statusOfNewSession(
  { publishStatus, newSessions }: { readonly publishStatus: PublishStatus; readonly newSessions: NewSessions },
  by: 'person' | 'job',
): 'draft' | 'published' {
  if (publishStatus !== 'published') return 'draft'
  return by === 'job' && newSessions === 'draft' ? 'draft' : 'published'
}

/** Whether the public sees the session. */
export function isShown(session: {
  readonly publishStatus: PublishStatus
  readonly event: { readonly publishStatus: PublishStatus }
}): boolean {
  return session.publishStatus === 'published' && session.event.publishStatus === 'published'
}

/** A session's status once it was given another start: those who saw it before are to see that it moved. */
export function statusOnceMoved(status: SessionStatus, wasShown: boolean): SessionStatus {
  if (status === 'moved_online') return status
  return wasShown || status === 'rescheduled' ? 'rescheduled' : 'scheduled'
}

/** How many places are left; null where there is no limit. */
export function placesLeft({
  capacity,
  placesTaken,
}: {
  readonly capacity: number | null
  readonly placesTaken: number
}): number | null {
  return capacity === null ? null : Math.max(0, capacity - placesTaken)
}

/** Why there cannot be so few places; undefined when there can. */
export function placesTakenProblem(title: string, capacity: number | null, placesTaken: number): string | undefined {
  if (capacity === null || capacity >= placesTaken) return undefined
  const taken = placesTaken === 1 ? '1 place' : `${placesTaken} places`
  return `${taken} of ${title} ${placesTaken === 1 ? 'is' : 'are'} taken: there cannot be ${capacity}.`
}
