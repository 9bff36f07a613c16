import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { archiveAppointmentType } from '../../actions/archive-appointment-type.ts'
import { createAppointmentType } from '../../actions/create-appointment-type.ts'
import { updateAppointmentType } from '../../actions/update-appointment-type.ts'
import { listAppointmentTypes } from '../../db/queries/appointment-types.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateAppointmentTypeInput, UpdateAppointmentTypeInput } from './appointment-type.inputs.ts'
import { AppointmentType } from './appointment-type.type.ts'

@ObjectType({ description: 'The appointment type is kept.' })
class AppointmentTypeSaved {
  @Field(() => AppointmentType, { name: 'appointmentType', description: 'As kept now.' })
  record!: AppointmentType
}

const SaveAppointmentTypeResult = recordResult('SaveAppointmentTypeResult', AppointmentTypeSaved)

@Resolver()
export class AppointmentTypesResolver {
  @Query(() => [AppointmentType], { description: "In the clinic's order." })
  appointmentTypes(
    @Ctx() context: ApiContext,
    @Arg('activeOnly', () => Boolean, { nullable: true }) activeOnly?: boolean | null,
  ) {
    return reading(context, 'read_calendar', (trx, clinicId) =>
      listAppointmentTypes(trx, clinicId, activeOnly ?? false),
    )
  }

  @Mutation(() => SaveAppointmentTypeResult, { description: 'Offers something more to book.' })
  createAppointmentType(
    @Ctx() context: ApiContext,
    @Arg('input', () => CreateAppointmentTypeInput) input: CreateAppointmentTypeInput,
  ) {
    return createAppointmentType(acting(context), input)
  }

  @Mutation(() => SaveAppointmentTypeResult, { description: 'Changes what is offered; booked appointments stay.' })
  updateAppointmentType(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateAppointmentTypeInput) input: UpdateAppointmentTypeInput,
  ) {
    return updateAppointmentType(acting(context), input)
  }

  @Mutation(() => SaveAppointmentTypeResult, { description: 'Stops offering it; booked appointments stay.' })
  archiveAppointmentType(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveAppointmentType(acting(context), input)
  }
}
