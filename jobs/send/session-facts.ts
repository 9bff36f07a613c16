import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { ToldRegistrant } from '../../db/queries/registrant-messages.ts'
import { languageOf } from '../templates/languages.ts'
import type { MessageFacts } from '../templates/message-facts.ts'
import { writeTime } from '../templates/write-time.ts'

/** What somebody who comes to a session is told of it: of the others who come, nothing. */
export function sessionFacts(
  { clinic, mailFrom }: { readonly clinic: ClinicRow; readonly mailFrom: string | undefined },
  { dates, email, facilitators, name, offerExpiresAt, room, session, standing, title }: ToldRegistrant,
  manageUrl: string | undefined,
  language: string,
): MessageFacts {
  const { cancellationNote, id, ...times } = session
  const isOffered = standing === 'offered' && offerExpiresAt !== null
  const until = isOffered ? writeTime(offerExpiresAt, languageOf(language), clinic.zone, clinic.zone).when : undefined
  return {
    ...{ audience: 'client', clinic, client: { name, email, zone: null }, manageUrl, from: mailFrom },
    // As in the feeds, where a session that no rule gives goes by this id.
    appointment: {
      ...times,
      id: `session-${id}`,
      therapist: { name: facilitators || clinic.name },
      room,
      type: { name: title },
    },
    dates,
    reply: { text: until ?? cancellationNote ?? '' },
  }
}
