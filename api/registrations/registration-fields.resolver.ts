import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RegistrationRow } from '../../db/queries/registrations.ts'
import { Client } from '../clients/client.type.ts'
import type { ApiContext } from '../context.ts'
import { forStaff } from '../events/audience.ts'
import { Event, Session } from '../events/event.type.ts'
import { Registration } from './registration.type.ts'
import { registrationLoaders } from './registration-loaders.ts'

@Resolver(() => Registration)
export class RegistrationFieldsResolver {
  @FieldResolver(() => Event, { description: 'To what she comes.' })
  event(@Ctx() context: ApiContext, @Root() { eventId }: RegistrationRow) {
    return registrationLoaders(context).event.load(eventId)
  }

  @FieldResolver(() => Session, { nullable: true, description: 'To which session; null for the event as a whole.' })
  session(@Ctx() context: ApiContext, @Root() { sessionId }: RegistrationRow) {
    return sessionId && registrationLoaders(context).session.load(sessionId)
  }

  @FieldResolver(() => Client, { nullable: true, description: 'Whom of the clinic it is for. For the staff.' })
  async client(@Ctx() context: ApiContext, @Root() { clientId }: RegistrationRow) {
    await forStaff(context)
    return clientId && registrationLoaders(context).client.load(clientId)
  }
}
