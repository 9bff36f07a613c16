import type { Session } from '../db/queries/event-sessions.ts'
import { setSlug } from '../db/queries/event-slugs.ts'
import { type EventRow, updateEventRow } from '../db/queries/events.ts'
import { placesTakenProblem } from '../domain/event.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { changeEvent, type EventChange } from './change-event.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkedFacilitators, checkedReference, checkedTexts } from './event-fields.ts'
import { eventEntry } from './event-log.ts'
import { checkEventRight } from './event-rights.ts'
import { slugProblem } from './event-slug.ts'
import { eventAfter, type UpdateEventFields } from './event-under-update.ts'
import { extendEventsLater } from './extend-events.ts'
import { fillLines } from './fill-places.ts'
import { followRule } from './follow-rule.ts'
import { checkImage } from './images.ts'
import { checkedOverride } from './override.ts'
import { decidePlaces, writePlaces } from './place-sessions.ts'
import { type EventRefused, eventProblem, refuseEvent, refuseSessions, type ToldSession } from './refuse-event.ts'
import { tellOfRule } from './tell-registrants.ts'

/** What is left out stays. What concerns sessions is for those to come that do not say otherwise by themselves. */
export interface UpdateEventInput extends VersionedInput, UpdateEventFields {}

export interface EventUpdated {
  readonly kind: 'event-updated'
  readonly event: EventRow
  readonly sessions: readonly ToldSession[]
}

/** Changes what an event says, and with it the sessions to come; or says of each that cannot why not. */
export function updateEvent(context: ActionContext, input: UpdateEventInput): Promise<EventUpdated | EventRefused> {
  const checked = checkedUpdate(input)
  const override = checkedOverride(context, input)
  return changeEvent<EventUpdated>(context, 'updateEvent', input, async (change) => {
    const { trx, clinicId, event, now } = change
    checkEventRight(context, event.facilitatorIds)
    await checkImage(trx, clinicId, checked.imageId, 'imageId')
    const problem = await whyNot(change, checked)
    if (problem) return { refused: refuseEvent(problem) }
    const asked = eventAfter(change, checked)
    const rule = await followRule(change, asked, checked.times)
    const placed = await decidePlaces(change, asked.title, rule.wanted, override, rule.going)
    const decisions = [...placed.decisions.values()]
    const isStuck = decisions.some((each) => !each.place)
    if (isStuck && !input.skipClashes) return { refused: refuseSessions(decisions, placed.loaded.resources) }
    const next: EventRow = rule.event
    const slug = checked.slug ?? event.slug
    const oldSlugs = slug === event.slug ? event.oldSlugs : [...new Set([...event.oldSlugs, event.slug])]
    const after: EventRow = {
      ...{ ...next, slug, oldSlugs: oldSlugs.filter((each) => each !== slug).sort() },
      ...{ version: event.version + 1, updatedAt: now },
    }
    await updateEventRow(trx, clinicId, next, now)
    if (slug !== event.slug) await setSlug(trx, clinicId, event.id, slug)
    const dropped = await rule.drop(after)
    const { standing, log } = await writePlaces(change, placed, { event: after, override, action: 'update session' })
    await tellOfRule(context, trx, {
      gone: rule.going,
      elsewhen: [...standing].flatMap(([{ session }, now]) =>
        session && session.startsAt !== now.startsAt ? [now] : [],
      ),
      added: [...standing].flatMap(([{ session }, now]) => (session ? [] : [now])),
    })
    const clashes = await rule.noteClashes(after, decisions)
    if (after.rrule && !event.rrule) await extendEventsLater(trx, context, clinicId)
    const filled = await fillLines(context, trx, clinicId, event.id)
    return {
      written: { kind: 'event-updated', event: after, sessions: rule.told(placed, standing) },
      log: [
        eventEntry(after.title === event.title ? 'update event' : 'rename event', event, after),
        ...dropped,
        ...log,
        ...clashes,
        ...filled,
      ],
    }
  })
}

/** The input as it is kept; undefined for what was not given. */
export function checkedUpdate(input: UpdateEventInput) {
  const { startsAt, endsAt, rrule, except } = input
  const { title, description, tags, slug, capacity, priceCents, onlineUrl } = checkedTexts(input)
  return {
    ...{ title, description, tags, slug, capacity, priceCents, onlineUrl },
    ...{ kind: given(input.kind), admission: given(input.admission), registersFor: given(input.registersFor) },
    ...{ isOpen: given(input.isOpen), newSessions: given(input.newSessions), filling: given(input.filling) },
    facilitatorIds: input.facilitatorIds ? checkedFacilitators(input.facilitatorIds) : undefined,
    roomId: checkedReference(input.roomId, 'room'),
    imageId: checkedReference(input.imageId, 'image'),
    times: { startsAt, endsAt, rrule, except },
  }
}

function given<Value>(value: Value | null | undefined): Value | undefined {
  return value ?? undefined
}

type Checked = ReturnType<typeof checkedUpdate>

/** What stands in the way of the change but the book. */
async function whyNot(change: EventChange, checked: Checked): Promise<BookingProblem | undefined> {
  const { trx, clinicId, event, sessions, now } = change
  if (checked.slug !== undefined && checked.slug !== event.slug) {
    const taken = await slugProblem(trx, clinicId, event.id, checked.slug)
    if (taken) return taken
  }
  const { registersFor = event.registersFor } = checked
  if (registersFor !== event.registersFor && (event.placesTaken > 0 || sessions.some((each) => each.placesTaken > 0)))
    return eventProblem('NO_PLACE_LEFT', `People are registered for ${event.title} already.`, ['input', 'registersFor'])
  return checked.capacity === undefined ? undefined : fullProblem(event, sessions, checked.capacity, now)
}

function fullProblem(
  event: EventRow,
  sessions: readonly Session[],
  capacity: number | null,
  now: number,
): BookingProblem | undefined {
  const going = sessions.filter((each) => each.startsAt >= now && each.capacity === event.capacity)
  const most = Math.max(event.placesTaken, ...going.map((each) => each.placesTaken))
  const tooFew = placesTakenProblem(event.title, capacity, most)
  return tooFew === undefined ? undefined : eventProblem('NO_PLACE_LEFT', tooFew, ['input', 'capacity'])
}
