import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Appointment as AppointmentData } from '../../db/queries/book.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import type { ApiContext } from '../context.ts'
import { AppointmentSeries } from './series.type.ts'
import { seriesOf } from './series-loaders.ts'

@Resolver(() => Appointment)
export class AppointmentSeriesResolver {
  @FieldResolver(() => AppointmentSeries, { nullable: true, description: 'What it is an occurrence of.' })
  series(@Ctx() context: ApiContext, @Root() appointment: Pick<AppointmentData, 'seriesId'>) {
    return appointment.seriesId && seriesOf(context).load(appointment.seriesId)
  }
}
