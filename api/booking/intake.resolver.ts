import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { setIntakeQuestions } from '../../actions/set-intake-questions.ts'
import type { PublicBookingRow } from '../../db/queries/public-bookings.ts'
import type { IntakeAnswer as Answer } from '../../domain/intake.ts'
import { AppointmentType } from '../appointment-types/appointment-type.type.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { type ApiContext, acting } from '../context.ts'
import { recordResult } from '../records/record-results.ts'
import { bookingLoadersOf } from './booking-loaders.ts'
import { IntakeAnswer, IntakeQuestion, OnlineBooking, SetIntakeQuestionsInput } from './intake.type.ts'

@ObjectType({ description: 'From now on that is asked.' })
class IntakeQuestionsSet {
  @Field(() => AppointmentType, { name: 'appointmentType', description: 'Whose questions they are.' })
  record!: AppointmentType
}

const SetIntakeQuestionsResult = recordResult('SetIntakeQuestionsResult', IntakeQuestionsSet)

@Resolver(() => AppointmentType)
export class IntakeQuestionsResolver {
  @FieldResolver(() => [IntakeQuestion], { description: 'What whoever books it from outside is asked.' })
  intakeQuestions(@Ctx() context: ApiContext, @Root() type: Pick<AppointmentType, 'id'>) {
    return bookingLoadersOf(context).questions.load(type.id)
  }

  @Mutation(() => SetIntakeQuestionsResult, {
    description: 'Changes what whoever books a type from outside is asked; answers given stay as they are.',
  })
  setIntakeQuestions(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetIntakeQuestionsInput) input: SetIntakeQuestionsInput,
  ) {
    return setIntakeQuestions(acting(context), input)
  }
}

@Resolver(() => Appointment)
export class OnlineBookingResolver {
  @FieldResolver(() => OnlineBooking, {
    nullable: true,
    description: 'What was typed when it was booked from outside; null when the clinic or a program booked it.',
  })
  onlineBooking(@Ctx() context: ApiContext, @Root() appointment: Pick<Appointment, 'id'>) {
    return bookingLoadersOf(context).bookings.load(appointment.id)
  }
}

@Resolver(() => OnlineBooking)
export class IntakeAnswersResolver {
  @FieldResolver(() => [IntakeAnswer], {
    description:
      'What was asked and answered. That it is read is written to the audit log, once an hour for each client.',
  })
  async answers(
    @Ctx() context: ApiContext,
    @Root() { answers, appointmentId }: PublicBookingRow,
  ): Promise<readonly Answer[]> {
    if (appointmentId !== null && answers.length > 0) await bookingLoadersOf(context).noted.load(appointmentId)
    return answers
  }
}
