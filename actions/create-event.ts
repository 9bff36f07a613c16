import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import type { Session } from '../db/queries/event-sessions.ts'
import { setSlug } from '../db/queries/event-slugs.ts'
import { type EventRow, insertEvent } from '../db/queries/events.ts'
import { insertSessionClashes } from '../db/queries/session-clashes.ts'
import { insertSessions } from '../db/queries/write-sessions.ts'
import type { EventAdmission, EventKind, NewSessions, RegistersFor } from '../domain/event.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import type { EventFilling } from '../domain/place-offer.ts'
import {
  decideSessions,
  type SessionDecision,
  type SessionOptions,
  type SessionRequest,
} from '../domain/session-decision.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { checkedFacilitators, checkedReference, checkedTexts, type EventTexts } from './event-fields.ts'
import { eventEntry, sessionClashEntry, sessionEntry } from './event-log.ts'
import { checkEventsRight } from './event-rights.ts'
import { slugForNew } from './event-slug.ts'
import { extendEventsLater } from './extend-events.ts'
import { checkImage } from './images.ts'
import { clashOf, newSession } from './new-session.ts'
import { checkedOverride, type Override, type OverrideInput } from './override.ts'
import { type AskedTimes, readTimes, type Times } from './read-occurrences.ts'
import { type EventRefused, refuseEvent, refuseSessions, type ToldSession, toldSession } from './refuse-event.ts'
import { findSessionAlternatives, type HomelessSession } from './session-alternatives.ts'
import { type LoadedSessions, lockSessionFacts } from './session-facts.ts'

export interface CreateEventInput extends Repeatable, OverrideInput, EventTexts, AskedTimes {
  readonly title: string
  readonly kind: EventKind
  readonly endsAt: Instant
  readonly facilitatorIds?: readonly string[] | null
  readonly roomId?: string | null
  readonly imageId?: string | null
  readonly admission?: EventAdmission | null
  readonly registersFor?: RegistersFor | null
  readonly isOpen?: boolean | null
  readonly newSessions?: NewSessions | null
  readonly filling?: EventFilling | null
  /** Whether to go without the sessions that cannot take place; refused otherwise. */
  readonly skipClashes?: boolean | null
}

export interface EventCreated {
  readonly kind: 'event-created'
  readonly event: EventRow
  readonly sessions: readonly ToldSession[]
}

/** Drafts an event and puts its sessions into the book up to the clinic's horizon, or says of each why not. */
export function createEvent(context: ActionContext, input: CreateEventInput): Promise<EventCreated | EventRefused> {
  const { clinicId } = context.caller
  checkEventsRight(context)
  const wanted = checkedEvent(input)
  const override = checkedOverride(context, input)

  return changeClinic<EventCreated, NotCreated, EventRefused>(context, {
    operation: 'createEvent',
    input,
    tell: async ({ refusal, homeless }) =>
      homeless ? { ...refusal, alternatives: await findSessionAlternatives(context, homeless) } : refusal,
    work: async (trx) => {
      const now = context.now()
      const clinic = await getClinic(trx, clinicId)
      const times = readTimes(input, clinic, now)
      await checkImage(trx, clinicId, wanted.imageId, 'imageId')
      const slug = await slugForNew(trx, clinicId, wanted.slug, wanted.title)
      if (typeof slug !== 'string') return { refused: { refusal: refuseEvent(slug.problem) } }
      const loaded = await lockSessionFacts(trx, clinicId, spanOf(wanted, times), now)
      const requests = requestsOf(wanted, times, input.endsAt - input.startsAt)
      const options = { title: wanted.title, override: override.codes, now }
      const decisions = decideSessions(requests, options, loaded.facts)
      if (isRefused(decisions, input.skipClashes ?? false)) return { refused: notCreated(decisions, options, loaded) }
      const event = newEvent(
        { ...wanted, slug },
        times,
        { zone: clinic.zone, length: input.endsAt - input.startsAt },
        now,
      )
      if (event.rrule) await extendEventsLater(trx, context, clinicId)
      return writeEvent(trx, clinicId, { event, decisions, override, loaded, now })
    },
  })
}

interface NotCreated {
  readonly refusal: EventRefused
  /** The session of what takes place once, where it was in somebody's way. */
  readonly homeless?: HomelessSession
}

function notCreated(
  decisions: readonly SessionDecision[],
  options: SessionOptions,
  { resources }: LoadedSessions,
): NotCreated {
  const refusal = refuseSessions(decisions, resources)
  const [only, ...others] = decisions
  const isMalformed = refusal.problems.some((each) => each.code === 'INVALID_INTERVAL')
  return only && others.length === 0 && !isMalformed
    ? { refusal, homeless: { request: only.request, options } }
    : { refusal }
}

/** Nothing is written where a session cannot be, unless the asker goes without it; none at all is no event. */
function isRefused(decisions: readonly SessionDecision[], skipClashes: boolean): boolean {
  const isMalformed = ({ problems }: SessionDecision) => problems.some((each) => each.code === 'INVALID_INTERVAL')
  if (decisions.some(isMalformed) || !decisions.some((each) => each.place)) return true
  return !skipClashes && decisions.some((each) => !each.place)
}

function checkedEvent(input: CreateEventInput) {
  const texts = checkedTexts(input)
  const admission = input.admission ?? 'registration'
  const registersFor = input.registersFor ?? (admission === 'enrolment' ? 'event' : 'session')
  if (admission === 'enrolment' && registersFor !== 'event')
    throw badInput('Whoever enrols does so for the whole event.', ['input', 'registersFor'])
  return {
    ...{ slug: texts.slug, title: texts.title!, description: texts.description ?? '', tags: texts.tags ?? [] },
    ...{ capacity: texts.capacity ?? null, priceCents: texts.priceCents ?? null, onlineUrl: texts.onlineUrl ?? null },
    ...{ kind: input.kind, admission, registersFor, isOpen: input.isOpen ?? true },
    newSessions: input.newSessions ?? 'inherit',
    filling: input.filling ?? 'offer',
    facilitatorIds: checkedFacilitators(input.facilitatorIds ?? []),
    roomId: checkedReference(input.roomId, 'room') ?? null,
    imageId: checkedReference(input.imageId, 'image') ?? null,
  }
}

type CheckedEvent = ReturnType<typeof checkedEvent>

function spanOf({ facilitatorIds, roomId }: CheckedEvent, { occurrences }: Times) {
  return {
    therapistIds: facilitatorIds,
    roomIds: roomId ? [roomId] : [],
    span: { start: occurrences[0]!.at, end: occurrences.at(-1)!.at },
  }
}

function requestsOf(wanted: CheckedEvent, { occurrences }: Times, length: number): SessionRequest[] {
  const { facilitatorIds: therapistIds, roomId, capacity } = wanted
  return occurrences.map(({ at }) => ({ original: at, start: at, end: at + length, therapistIds, roomId, capacity }))
}

function newEvent(
  wanted: CheckedEvent & { readonly slug: string },
  { start, rrule, excepted, lastStartsAt, extendedUntil }: Times,
  { zone, length }: { readonly zone: string; readonly length: number },
  now: Instant,
): EventRow {
  return {
    ...wanted,
    ...{ id: uuidv7(), version: 1, oldSlugs: [], publishStatus: 'draft', placesTaken: 0, publishedAt: null },
    ...{ start, rrule, excepted, zone, minutes: length / MINUTE, shiftMinutes: 0, lastStartsAt, extendedUntil },
    ...{ createdAt: now, updatedAt: now },
  }
}

interface Decided {
  readonly event: EventRow
  readonly decisions: readonly SessionDecision[]
  readonly override: Override
  readonly loaded: LoadedSessions
  readonly now: Instant
}

async function writeEvent(trx: Trx, clinicId: string, { event, decisions, override, loaded, now }: Decided) {
  const { resources } = loaded
  const made = new Map<SessionDecision, Session>()
  for (const each of decisions)
    if (each.place)
      made.set(each, newSession(event, each.request, each.place, { override, resources, now, by: 'person' }))
  const sessions = [...made.values()]
  const clashes = decisions.filter((each) => !each.place).map((each) => clashOf(event, each))
  await insertEvent(trx, clinicId, event, now)
  await Promise.all([
    setSlug(trx, clinicId, event.id, event.slug),
    insertSessions(trx, clinicId, sessions, now),
    insertSessionClashes(trx, clinicId, clashes, now),
  ])
  const told = decisions.map((each) => toldSession(each, resources, 'skipped', made.get(each) ?? null))
  return {
    written: { kind: 'event-created' as const, event, sessions: told },
    log: [
      eventEntry('create event', undefined, event),
      ...sessions.map((each) => sessionEntry('add session', undefined, each)),
      ...clashes.map((each) => sessionClashEntry(event, each)),
    ],
  }
}
