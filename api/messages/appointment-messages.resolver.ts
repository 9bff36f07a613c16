import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Appointment as AppointmentData } from '../../db/queries/book.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import type { ApiContext } from '../context.ts'
import { Message } from './message.type.ts'
import { loadersOf } from './message-loaders.ts'

@Resolver(() => Appointment)
export class AppointmentMessagesResolver {
  @FieldResolver(() => [Message], { description: 'All about it, as they are or were due.' })
  messages(@Ctx() context: ApiContext, @Root() appointment: Pick<AppointmentData, 'id'>) {
    return loadersOf(context).messages.load(appointment.id)
  }
}
