import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { archiveLocation } from '../../actions/archive-location.ts'
import { type CreateLocationInput as Create, createLocation } from '../../actions/create-location.ts'
import { type UpdateLocationInput as Update, updateLocation } from '../../actions/update-location.ts'
import { listLocations } from '../../db/queries/locations.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { Location } from './location.type.ts'

@InputType({ description: 'Another place to work in.' })
class CreateLocationInput extends Repeatable implements Create {
  @Field(() => String, { description: 'At most 200 characters; once among the active ones.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Street and town, at most 500 characters.' })
  address?: string | null
}

@InputType({ description: 'What is left out stays; null takes the address away.' })
class UpdateLocationInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Street and town, at most 500 characters.' })
  address?: string | null
}

@ObjectType({ description: 'The location is kept.' })
class LocationSaved {
  @Field(() => Location, { name: 'location', description: 'As kept now.' })
  record!: Location
}

const SaveLocationResult = recordResult('SaveLocationResult', LocationSaved)

@Resolver()
export class LocationsResolver {
  @Query(() => [Location], { description: 'By name, archived ones last.' })
  locations(
    @Ctx() context: ApiContext,
    @Arg('activeOnly', () => Boolean, { nullable: true }) activeOnly?: boolean | null,
  ) {
    return reading(context, 'read_calendar', (trx, clinicId) => listLocations(trx, clinicId, activeOnly ?? false))
  }

  @Mutation(() => SaveLocationResult, { description: 'Gives the clinic another place to work in.' })
  createLocation(@Ctx() context: ApiContext, @Arg('input', () => CreateLocationInput) input: CreateLocationInput) {
    return createLocation(acting(context), input)
  }

  @Mutation(() => SaveLocationResult, { description: 'Changes how a location is called or where it is.' })
  updateLocation(@Ctx() context: ApiContext, @Arg('input', () => UpdateLocationInput) input: UpdateLocationInput) {
    return updateLocation(acting(context), input)
  }

  @Mutation(() => SaveLocationResult, { description: 'Takes a location without rooms out of use.' })
  archiveLocation(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveLocation(acting(context), input)
  }
}
