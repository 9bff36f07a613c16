import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import type { Session as SessionData } from '../../db/queries/event-sessions.ts'
import type { EventRow } from '../../db/queries/events.ts'
import type { Counted } from '../../db/queries/places.ts'
import { listRegistrationsOf } from '../../db/queries/registrations.ts'
import type { RegistrationStatus as Status } from '../../domain/registration.ts'
import { type ApiContext, reading } from '../context.ts'
import { Event, Session } from '../events/event.type.ts'
import { badCursor, cursorOf, partsOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { RegistrationStatus } from './registration.enums.ts'
import { Registration } from './registration.type.ts'
import { registrationLoaders } from './registration-loaders.ts'
import { checkRoster, facilitatorsOf } from './roster.ts'

const RegistrationConnection = connectionOf('Registration', Registration)

const WHO =
  'In order of arrival, 1 to 100 a page. For the desk, for keys that read and for those who run it; never told live.'

@Resolver(() => Event)
export class EventRosterResolver {
  @FieldResolver(() => RegistrationConnection, { description: WHO })
  registrations(
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
    @Root() event: EventRow,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('status', () => RegistrationStatus, { nullable: true }) status?: Status | null,
  ) {
    checkRoster(context, info, event.facilitatorIds)
    return pageOfRegistrations(context, { eventId: event.id, sessionId: null }, { first, after, status })
  }
}

@Resolver(() => Session)
export class SessionRosterResolver {
  @FieldResolver(() => RegistrationConnection, { description: WHO })
  registrations(
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
    @Root() session: SessionData,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('status', () => RegistrationStatus, { nullable: true }) status?: Status | null,
  ) {
    checkRoster(context, info, facilitatorsOf(session))
    return pageOfRegistrations(context, { eventId: session.eventId, sessionId: session.id }, { first, after, status })
  }

  @FieldResolver(() => Int, { description: 'How many wait for a place in it.' })
  waitlisted(@Ctx() context: ApiContext, @Root() { id }: SessionData): Promise<number> {
    return registrationLoaders(context).waitlisted.load(id)
  }
}

interface Asked {
  readonly first: number
  readonly after: string | null | undefined
  readonly status: Status | null | undefined
}

async function pageOfRegistrations(context: ApiContext, of: Counted, { first, after, status }: Asked) {
  checkFirst(first)
  const search = { status: status ?? null, after: placeInLine(after), limit: first + 1 }
  const rows = await reading(context, 'read_calendar', (trx, clinicId) =>
    listRegistrationsOf(trx, clinicId, of, search),
  )
  return pageOf(rows, first, (each) => cursorOf(each.line, each.id))
}

function placeInLine(after: string | null | undefined): { line: number; id: string } | undefined {
  if (after == null) return undefined
  const [line, id] = partsOf(after)
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || typeof id !== 'string' || !validate(id))
    throw badCursor()
  return { line, id }
}
