import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { type UpdateClinicInput as Update, updateClinic } from '../../actions/update-clinic.ts'
import type { ClinicRow } from '../../db/queries/clinics.ts'
import { type ApiContext, acting } from '../context.ts'
import { Image } from '../events/event.type.ts'
import { loadersOf } from '../events/event-loaders.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { recordResult } from '../records/record-results.ts'
import { Clinic } from './viewer.type.ts'

@InputType({ description: 'What is left out stays.' })
class UpdateClinicInput extends Repeatable implements Update {
  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => String, { nullable: true, description: 'As shown to people, at most 200 characters.' })
  name?: string | null

  @Field(() => Int, { nullable: true, description: '5, 10, 15, 20, 30 or 60.' })
  stepMinutes?: number | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether staff may put one appointment over another on purpose.',
  })
  allowsOverbooking?: boolean | null

  @Field(() => Int, { nullable: true, description: 'How many minutes staff may hold a slot, 1 to 60.' })
  staffHoldMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'The same for whoever books online.' })
  publicHoldMinutes?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months ahead series are booked, 1 to 24; those there are reach as far within a month.',
  })
  seriesHorizonMonths?: number | null

  @Field(() => Int, { nullable: true, description: 'The colour of its public pages, 0 to 359 degrees.' })
  hue?: number | null

  @Field(() => ID, { nullable: true, description: 'An image that was uploaded; null for none.' })
  logoId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'For its public pages, at most 2,000 characters; null for none.',
  })
  about?: string | null

  @Field(() => String, { nullable: true, description: 'events.example.org, without a port; null for none.' })
  host?: string | null

  @Field(() => String, { nullable: true, description: 'What its prices are in: a code of ISO 4217, like USD or EUR.' })
  currency?: string | null
}

@ObjectType({ description: "The clinic's settings are kept." })
class ClinicSaved {
  @Field(() => Clinic, { name: 'clinic', description: 'As kept now.' })
  record!: Clinic
}

const SaveClinicResult = recordResult('SaveClinicResult', ClinicSaved)

@Resolver(() => Clinic)
export class ClinicResolver {
  @FieldResolver(() => Image, { nullable: true, description: 'What its public pages show beside its name.' })
  logo(@Ctx() context: ApiContext, @Root() clinic: ClinicRow) {
    return clinic.logoId && loadersOf(context).image.load(clinic.logoId)
  }

  @Mutation(() => SaveClinicResult, { description: 'Changes how the clinic is called and how its book works.' })
  updateClinic(@Ctx() context: ApiContext, @Arg('input', () => UpdateClinicInput) input: UpdateClinicInput) {
    return updateClinic(acting(context), input)
  }
}
