import type { CancellationReason } from '../generated/graphql.ts'

/** FHIR's appointment cancellation reasons, as a receptionist says them; the usual ones first. */
export const cancellationWords: Record<CancellationReason, string> = {
  CLIENT: 'The client asked for it',
  CLIENT_ILL: 'The client is ill',
  CLIENT_TRANSPORT: 'The client has no way to come',
  CLIENT_FINANCIAL: 'The client cannot pay for it',
  PROVIDER: 'The therapist asked for it',
  PROVIDER_ILL: 'The therapist is ill',
  PROVIDER_LEAVE: 'The therapist is on leave',
  WEATHER: 'The weather',
  ADMINISTRATIVE: 'The clinic’s own reasons',
  OTHER: 'Another reason',
}
