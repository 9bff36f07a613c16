import { findPublicSlots } from '../../../actions/find-public-slots.ts'
import { offersWaitlist } from '../../../actions/public-wait-offer.ts'
import type { Trx } from '../../../db/connect.ts'
import type { NamedResource } from '../../../db/queries/book.ts'
import type { Instant, Interval } from '../../../domain/interval.ts'
import { onlineWindow } from '../../../domain/online-rules.ts'
import type { BookableTime, TimesView } from '../../../domain/public-booking.ts'
import { monthAfter } from '../../../domain/public-page.ts'
import type { Slot } from '../../../domain/slots/request.ts'
import { instantOf, localDateOf } from '../../../domain/zone.ts'
import { type Offered, therapistShown, typeShown } from './offered.ts'
import type { BookingReader, ChoiceAsked, TimesWanted } from './read-choice.ts'

/** The month that is asked for, or the first that has room, with the times of one of its days. */
export async function readTimes(
  trx: Trx,
  reader: BookingReader,
  offered: Offered,
  { choice, refused }: ChoiceAsked,
  wanted: TimesWanted,
): Promise<TimesView> {
  const { therapist, type, zone } = wanted
  const horizon = onlineWindow(type, reader.now, offered.row.zone)
  const today = localDateOf(reader.now, zone)
  const find = (starts: Interval, first?: number) =>
    findPublicSlots(trx, reader.clinicId, offered.settings, type, {
      ...{ therapistId: therapist?.id ?? null, starts, now: reader.now },
      ...(first !== undefined && { first }),
    })
  const [thisMonth, lastMonth] = [today.slice(0, 7), localDateOf(horizon.end - 1, zone).slice(0, 7)]
  const asked = choice.day?.slice(0, 7) ?? choice.month ?? thisMonth
  const within = asked < thisMonth ? thisMonth : asked > lastMonth ? lastMonth : asked
  let [month, found] = [within, await find(monthIn(within, zone))]
  const later = { start: monthIn(month, zone).end, end: horizon.end }
  const next = found.slots.length === 0 && later.start < later.end ? (await find(later, 1)).slots[0] : undefined
  const nextDate = next ? localDateOf(next.start, zone) : null
  // Who has not asked for a month is shown the first that has room.
  if (nextDate !== null && choice.month === null && choice.day === null) {
    month = nextDate.slice(0, 7)
    found = await find(monthIn(month, zone))
  }
  const times = timesOf(found.slots, found.resources)
  const days = Map.groupBy(times, (each) => localDateOf(each.startsAt, zone))
  const day = choice.day !== null && days.has(choice.day) ? choice.day : ([...days.keys()][0] ?? null)
  return {
    ...{ kind: 'times', type: typeShown(type), therapist: therapist && therapistShown(therapist) },
    ...{ isChosen: wanted.isChosen, month, today, hasBefore: month > thisMonth, hasAfter: month < lastMonth },
    days: [...days].map(([date, ofDay]) => ({ date, count: ofDay.length })),
    ...{ day, times: day === null ? [] : days.get(day)! },
    next: times.length === 0 ? nextDate : null,
    refusal: refused ? { alternatives: timesOf(refused, namesOf(offered)) } : null,
    offersWaitlist: await offersWaitlist(trx, reader.clinicId, offered.settings),
  }
}

function monthIn(month: string, zone: string): Interval {
  return { start: instantOf(`${month}-01`, '00:00', zone), end: instantOf(`${monthAfter(month, 1)}-01`, '00:00', zone) }
}

/** Each time once, with the first who is free then: who has the least to do. */
function timesOf(
  slots: readonly Slot[],
  resources: ReadonlyMap<string, Pick<NamedResource, 'name'>>,
): readonly BookableTime[] {
  const times = new Map<Instant, BookableTime>()
  for (const { start, therapistId } of slots)
    if (!times.has(start)) times.set(start, { startsAt: start, therapistName: resources.get(therapistId)?.name ?? '' })
  return [...times.values()].sort((a, b) => a.startsAt - b.startsAt)
}

function namesOf({ therapists }: Offered): ReadonlyMap<string, Pick<NamedResource, 'name'>> {
  return new Map(therapists.map(({ id, name }) => [id, { name }]))
}
