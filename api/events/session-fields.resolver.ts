import { FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Session as SessionData } from '../../db/queries/event-sessions.ts'
import { placesLeft } from '../../domain/event.ts'
import { Session } from './event.type.ts'

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
}

/** Where its places are counted: in itself, or in the event that is registered for as a whole. */
function placesOf(session: SessionData) {
  return session.event.registersFor === 'event' ? session.event : session
}
