import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Session as SessionData } from '../../db/queries/event-sessions.ts'
import { placesLeft } from '../../domain/event.ts'
import type { ApiContext } from '../context.ts'
import { BookingProblemCode } from '../graphql/enums.ts'
import { forStaff } from './audience.ts'
import { Session } from './event.type.ts'
import { loadersOf } from './event-loaders.ts'

@Resolver(() => Session)
export class SessionFieldsResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'How many places there are; null for no limit.' })
  capacity(@Root() session: SessionData): number | null {
    return placesOf(session).capacity
  }

  @FieldResolver(() => Int, { description: 'How many of them are taken.' })
  placesTaken(@Root() session: SessionData): number {
    return placesOf(session).placesTaken
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many are left; null for no limit.' })
  placesLeft(@Root() session: SessionData): number | null {
    return placesLeft(placesOf(session))
  }

  @FieldResolver(() => [BookingProblemCode], { description: 'The rules that were overridden for it. For the staff.' })
  async overriddenRules(@Ctx() context: ApiContext, @Root() session: SessionData) {
    await forStaff(context)
    return session.overriddenRules
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it stands where its room or one who runs it is away, and nobody said that it should. For the staff.',
  })
  async onTimeOff(@Ctx() context: ApiContext, @Root() { id }: SessionData): Promise<boolean> {
    await forStaff(context)
    return loadersOf(context).onTimeOff.load(id)
  }
}

/** Where its places are counted: in itself, or in the event that is registered for as a whole. */
function placesOf(session: SessionData) {
  return session.event.registersFor === 'event' ? session.event : session
}
