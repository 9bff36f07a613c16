import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { listResources } from '../../db/queries/resources.ts'
import { type ApiContext, reading } from '../context.ts'
import { ResourceKind } from '../graphql/enums.ts'
import { Resource, Room, Therapist } from './resource.type.ts'

@Resolver()
export class ResourcesResolver {
  @Query(() => [Resource], { description: 'Therapists, then rooms, in the order of the columns; archived ones too.' })
  resources(
    @Ctx() context: ApiContext,
    @Arg('kind', () => ResourceKind, { nullable: true }) kind?: 'therapist' | 'room',
  ) {
    return reading(context, 'read_calendar', (trx, clinicId) => listResources(trx, clinicId, { kind }))
  }

  @Query(() => [Therapist], { description: 'In the order of the columns.' })
  therapists(
    @Ctx() context: ApiContext,
    @Arg('activeOnly', () => Boolean, { nullable: true }) activeOnly?: boolean | null,
  ) {
    return this.listed(context, 'therapist', activeOnly)
  }

  @Query(() => [Room], { description: 'In the order of the columns.' })
  rooms(@Ctx() context: ApiContext, @Arg('activeOnly', () => Boolean, { nullable: true }) activeOnly?: boolean | null) {
    return this.listed(context, 'room', activeOnly)
  }

  private listed(context: ApiContext, kind: 'therapist' | 'room', activeOnly: boolean | null | undefined) {
    const wanted = { kind, activeOnly: activeOnly ?? false }
    return reading(context, 'read_calendar', (trx, clinicId) => listResources(trx, clinicId, wanted))
  }
}
