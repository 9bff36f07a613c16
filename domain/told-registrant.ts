import type { SessionStatus } from './event.ts'
import { type GroupMemberStatus, keepsPlace } from './group.ts'
import type { Instant } from './interval.ts'
import type { MessageKind } from './message.ts'
import type { RegistrationStatus } from './registration.ts'

/** Whether what a message says to somebody who comes to a session is still so. */
export function isStillTold(
  { kind, aboutStartsAt }: { readonly kind: MessageKind; readonly aboutStartsAt: Instant | null },
  standing: RegistrationStatus | GroupMemberStatus,
  session: { readonly status: SessionStatus; readonly startsAt: Instant; readonly endsAt: Instant },
  now: Instant,
): boolean {
  const isOff = session.status === 'cancelled'
  if (session.endsAt <= now || isOff !== (kind === 'session_cancelled')) return false
  if (kind === 'registration_confirmed') return standing === 'registered'
  if (kind === 'registration_waitlisted') return standing === 'waitlisted'
  if (kind === 'place_offered') return standing === 'offered'
  const comes =
    standing === 'registered' ||
    standing === 'offered' ||
    standing === 'waitlisted' ||
    keepsPlace(standing as GroupMemberStatus)
  return comes && (isOff || session.startsAt === aboutStartsAt)
}
