import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { type Appointment as AppointmentData, listAppointments } from '../../db/queries/book.ts'
import { listAppointmentIdsOfClient } from '../../db/queries/clients.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { type ApiContext, reading } from '../context.ts'
import { cursorOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { Client } from './client.type.ts'
import { appointmentPlaceOf } from './client-search.ts'

const AppointmentConnection = connectionOf('Appointment', Appointment)

@Resolver(() => Client)
export class ClientAppointmentsResolver {
  @FieldResolver(() => AppointmentConnection, { description: 'Whatever their status, the latest first.' })
  async appointments(
    @Ctx() context: ApiContext,
    @Root() client: Client,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const place = appointmentPlaceOf(after)
    const rows = await reading(context, 'read_calendar', async (trx, clinicId) =>
      listAppointments(trx, clinicId, await listAppointmentIdsOfClient(trx, clinicId, client.id, place, first + 1)),
    )
    return pageOf(rows, first, (each: AppointmentData) => cursorOf(each.startsAt, each.id))
  }
}
