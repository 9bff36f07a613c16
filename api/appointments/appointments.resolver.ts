import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import { auditMissed } from '../../actions/audit-missed.ts'
import { bookAppointment } from '../../actions/book-appointment.ts'
import { cancelAppointment } from '../../actions/cancel-appointment.ts'
import { moveAppointment } from '../../actions/move-appointment.ts'
import { setAppointmentStatus } from '../../actions/set-appointment-status.ts'
import { swapAppointments } from '../../actions/swap-appointments.ts'
import { type Appointment as AppointmentData, findAppointment } from '../../db/queries/book.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import {
  BookAppointmentInput,
  CancelAppointmentInput,
  MoveAppointmentInput,
  SetAppointmentStatusInput,
  SwapAppointmentsInput,
} from './appointment.inputs.ts'
import { Appointment } from './appointment.type.ts'
import {
  BookAppointmentResult,
  CancelAppointmentResult,
  MoveAppointmentResult,
  SetAppointmentStatusResult,
  SwapAppointmentsResult,
} from './booking-results.ts'

@Resolver(() => Appointment)
export class AppointmentsResolver {
  @Query(() => Appointment, {
    nullable: true,
    description: 'One appointment, whatever its status; null when there is none.',
  })
  async appointment(@Ctx() context: ApiContext, @Arg('id', () => ID) id: string) {
    const found = await reading(context, 'read_calendar', async (trx, clinicId) =>
      validate(id) ? findAppointment(trx, clinicId, id) : undefined,
    )
    if (!found) await auditMissed(acting(context), 'appointment', 'appointment', id)
    return found ?? null
  }

  @FieldResolver(() => Boolean, { description: 'Whether it stands over another on purpose.' })
  overbooked(@Root() appointment: Pick<AppointmentData, 'lane'>): boolean {
    return appointment.lane > 0
  }

  @Mutation(() => BookAppointmentResult, { description: 'Puts an appointment into the book.' })
  bookAppointment(@Ctx() context: ApiContext, @Arg('input', () => BookAppointmentInput) input: BookAppointmentInput) {
    return bookAppointment(acting(context), input)
  }

  @Mutation(() => MoveAppointmentResult, { description: 'Gives an appointment another time, therapist or room.' })
  moveAppointment(@Ctx() context: ApiContext, @Arg('input', () => MoveAppointmentInput) input: MoveAppointmentInput) {
    return moveAppointment(acting(context), input)
  }

  @Mutation(() => SwapAppointmentsResult, { description: 'Lets two appointments change places, in one transaction.' })
  swapAppointments(
    @Ctx() context: ApiContext,
    @Arg('input', () => SwapAppointmentsInput) input: SwapAppointmentsInput,
  ) {
    return swapAppointments(acting(context), input)
  }

  @Mutation(() => CancelAppointmentResult, { description: 'Takes an appointment out of the calendar.' })
  cancelAppointment(
    @Ctx() context: ApiContext,
    @Arg('input', () => CancelAppointmentInput) input: CancelAppointmentInput,
  ) {
    return cancelAppointment(acting(context), input)
  }

  @Mutation(() => SetAppointmentStatusResult, { description: 'Says whether the client came, or will.' })
  setAppointmentStatus(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetAppointmentStatusInput) input: SetAppointmentStatusInput,
  ) {
    return setAppointmentStatus(acting(context), input)
  }
}
