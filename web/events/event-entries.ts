import { isEventSlug } from '../../domain/event-slug.ts'
import { MINUTE } from '../../domain/interval.ts'
import { addDays, instantOf, isLocalDate, type LocalDate, localDateOf, wallClock } from '../../domain/zone.ts'
import { wholeNumberProblem } from '../form/whole-number.ts'
import type {
  EventAdmission,
  EventFilling,
  EventKind,
  EventRecordFragment,
  NewSessions,
  RegistersFor,
} from '../generated/graphql.ts'
import { keptPicture, type Picture } from '../pictures/picture.ts'
import { noRepeat, type Repeat, repeatProblem, ruleOf } from '../repeat/repeat.ts'
import { priceEntry, priceProblem, readPrice } from '../settings/price.ts'
import { repeatOf } from './rule-entry.ts'

const LONGEST_MINUTES = 12 * 60

/** Named as the fields of the input, so that a refusal finds its field. */
export interface EventEntries {
  readonly version: number
  readonly title: string
  readonly kind: EventKind
  readonly description: string
  /** Empty in a new one: made of its title. */
  readonly slug: string
  readonly imageId: Picture | undefined
  readonly tags: readonly string[]
  /** The day of the first session. */
  readonly startsAt: LocalDate
  readonly startTime: string
  /** In minutes after it begins. */
  readonly endsAt: string
  /** Undefined where its rule is one that the fields cannot say: it stays. */
  readonly rrule: Repeat | undefined
  /** Days on which the rule gives a session that does not take place. */
  readonly except: readonly LocalDate[]
  readonly facilitatorIds: readonly string[]
  readonly roomId: string
  readonly onlineUrl: string
  readonly capacity: string
  readonly priceCents: string
  readonly admission: EventAdmission
  readonly registersFor: RegistersFor
  readonly isOpen: boolean
  readonly newSessions: NewSessions
  readonly filling: EventFilling
}

export function entriesOf(event: EventRecordFragment, zone: string): EventEntries {
  const { title, kind, description, tags, admission, registersFor, isOpen, newSessions, filling } = event
  const startsAt = localDateOf(Date.parse(event.startsAt), zone)
  return {
    ...{
      version: event.version,
      title,
      kind,
      description,
      tags,
      admission,
      registersFor,
      isOpen,
      newSessions,
      filling,
    },
    ...{ startsAt, startTime: wallClock(Date.parse(event.startsAt), zone).time, endsAt: String(event.minutes) },
    ...{ slug: event.slug, imageId: keptPicture(event.image), rrule: repeatOf(event.rrule, startsAt, zone) },
    except: event.excepted.map((each) => localDateOf(Date.parse(each), zone)),
    facilitatorIds: event.facilitators.map((each) => each.id),
    ...{ roomId: event.room?.id ?? '', onlineUrl: event.onlineUrl ?? '' },
    ...{ capacity: event.capacity === null ? '' : String(event.capacity), priceCents: priceEntry(event.priceCents) },
  }
}

/** A new one, in a week's time to begin with. */
export function emptyEntries(now: number, zone: string): EventEntries {
  return {
    ...{ version: 0, title: '', kind: 'GROUP_THERAPY', description: '', tags: [], slug: '', imageId: undefined },
    ...{ startsAt: addDays(localDateOf(now, zone), 7), startTime: '16:00', endsAt: '60' },
    ...{ rrule: noRepeat, except: [] },
    ...{ facilitatorIds: [], roomId: '', onlineUrl: '', capacity: '8', priceCents: '' },
    ...{ admission: 'REGISTRATION', registersFor: 'SESSION', isOpen: true, newSessions: 'INHERIT', filling: 'OFFER' },
  }
}

export function checkEntries(entries: EventEntries) {
  const { title, startsAt, startTime, endsAt, rrule, onlineUrl, capacity } = entries
  return {
    title: title.trim() === '' ? 'Write what it is called.' : undefined,
    slug: slugProblem(entries.slug.trim()),
    startsAt: isLocalDate(startsAt) ? undefined : 'Choose a day.',
    startTime: /^\d{2}:\d{2}$/.test(startTime) ? undefined : 'Choose a time.',
    endsAt: minutesProblem(endsAt),
    rrule: rrule && endProblem(rrule, startsAt),
    onlineUrl: /^(https?:\/\/\S+)?$/.test(onlineUrl.trim())
      ? undefined
      : 'Write an address, like https://meet.example.com.',
    capacity: capacity.trim() === '' ? undefined : wholeNumberProblem(capacity),
    priceCents: priceProblem(entries.priceCents),
  }
}

function slugProblem(slug: string): string | undefined {
  return slug === '' || isEventSlug(slug) ? undefined : 'Small letters, digits and hyphens between them, at most 80.'
}

function minutesProblem(entry: string): string | undefined {
  const isLong = Number(entry) > LONGEST_MINUTES || Number(entry) === 0
  return wholeNumberProblem(entry) ?? (isLong ? `From 1 to ${LONGEST_MINUTES} minutes.` : undefined)
}

function endProblem(repeat: Repeat, date: LocalDate): string | undefined {
  const problem = repeatProblem(repeat, date)
  return problem && repeat.ends === 'date' ? 'Choose a day after the first session.' : problem
}

/** What an event says of itself, as the API takes it. */
export function textsOf(entries: EventEntries) {
  const { title, kind, description, admission, filling, isOpen, newSessions, onlineUrl, capacity, roomId } = entries
  return {
    ...{ title, kind, description, admission, filling, isOpen, newSessions, tags: [...entries.tags] },
    slug: entries.slug.trim() || undefined,
    registersFor: admission === 'ENROLMENT' ? ('EVENT' as const) : entries.registersFor,
    ...{ facilitatorIds: [...entries.facilitatorIds], roomId: roomId || null, onlineUrl: onlineUrl.trim() || null },
    ...{ capacity: capacity.trim() === '' ? null : Number(capacity), priceCents: readPrice(entries.priceCents) },
  }
}

export function timesOf({ startsAt, startTime, endsAt }: EventEntries, zone: string) {
  const start = instantOf(startsAt, startTime, zone)
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + Number(endsAt) * MINUTE).toISOString(),
  }
}

/** Its rule, null for none. */
export function ruleEntered({ rrule, startsAt }: EventEntries): string | null | undefined {
  return rrule && (ruleOf(rrule, startsAt) ?? null)
}

/** The starts that the days left out would have had. */
export function exceptEntered({ except, startTime }: EventEntries, zone: string): string[] {
  return except.map((date) => new Date(instantOf(date, startTime, zone)).toISOString())
}
