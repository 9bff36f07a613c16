import { type Accessor, createSignal } from 'solid-js'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import { mayChangeAppointment } from '../../domain/rights.ts'
import { dayInterval, instantOf, localDateOf, wallClock } from '../../domain/zone.ts'
import type { Desk } from '../calendar/desk.ts'
import { ceilToStep, nextStep } from '../calendar/layout/geometry.ts'
import type { Place } from '../calendar/store/book.ts'
import type { PickedSlot } from '../calendar/view/grid-props.ts'
import { noRepeat } from '../repeat/repeat.ts'
import type { Booking } from './create-booking.ts'
import { type ChosenClient, type Draft, entriesOf } from './draft.ts'
import { suggestTherapist } from './suggest.ts'

/** Whether somebody is being booked, and where that began. What is entered outlives a look at another appointment. */
export interface QuickBook {
  readonly first: Accessor<Draft | undefined>
  readonly booking: Accessor<Booking | undefined>
  readonly attach: (booking: Booking | undefined) => void
  /** Begins at the slot, or takes what is being booked there. */
  readonly pick: (slot: PickedSlot, desk: Desk) => void
  /** Begins with just that, as it was found or is held. */
  readonly take: (found: FoundSlot, desk: Desk) => void
  /** Begins without a slot: soon, with whoever is free. */
  readonly begin: (desk: Desk) => void
  readonly close: () => void
}

export interface FoundSlot {
  readonly place: Place
  readonly typeId: string
  readonly client?: ChosenClient
}

export function createQuickBook(): QuickBook {
  const [first, setFirst] = createSignal<Draft>()
  const [booking, setBooking] = createSignal<Booking>()
  const aim = (change: Partial<Draft>, desk: Desk) => {
    const open = booking()
    if (open) open.set(change)
    else setFirst({ ...emptyDraft(desk), ...change })
  }
  return {
    first,
    booking,
    attach: setBooking,
    pick({ resource, startsAt, endsAt }, desk) {
      const length = endsAt === undefined ? {} : { minutes: String((endsAt - startsAt) / MINUTE) }
      const when = { ...clockOf(startsAt, desk.zone), ...length }
      if (resource.kind === 'room') return aim({ ...when, roomId: resource.id }, desk)
      const { rights, therapistId } = desk.viewer
      if (mayChangeAppointment(rights, resource.id, therapistId)) aim({ ...when, therapistId: resource.id }, desk)
      else desk.commands()?.say(`You may book with yourself only, not with ${resource.name}.`)
    },
    take({ place, typeId, client }, desk) {
      const who = client === undefined ? {} : { client, newClient: undefined }
      aim({ ...entriesOf(place, desk.zone), typeId, ...who }, desk)
    },
    begin: (desk) => aim(clockOf(soonOn(desk), desk.zone), desk),
    close: () => setFirst(undefined),
  }
}

function emptyDraft(desk: Desk): Draft {
  const type = desk.clinic().types[0]
  return {
    client: undefined,
    newClient: undefined,
    typeId: type?.id ?? '',
    minutes: String(type?.minutes ?? 50),
    ...clockOf(soonOn(desk), desk.zone),
    therapistId: undefined,
    roomId: undefined,
    notes: '',
    repeat: noRepeat,
  }
}

function clockOf(at: Instant, zone: string): Pick<Draft, 'date' | 'time'> {
  return { date: localDateOf(at, zone), time: wallClock(at, zone).time }
}

/** When somebody could come soonest: the first start on the day, and from now on, at which somebody is free. */
function soonOn(desk: Desk): Instant {
  const { date } = desk.shown()
  const step = { minutes: desk.clinic().stepMinutes, zone: desk.zone }
  const day = dayInterval(date, desk.zone)
  const first = date === desk.date.today() ? ceilToStep(desk.now(), step) : day.start
  for (let at = first; at < day.end; at = nextStep(at, 1, step)) if (isSomebodyFree(at, desk)) return at
  return date === desk.date.today() ? first : instantOf(date, '12:00', desk.zone)
}

function isSomebodyFree(at: Instant, desk: Desk): boolean {
  const { resources, types } = desk.clinic()
  const [type, facts] = [types[0], desk.facts(desk.shown().date)]
  if (!type || !facts) return false
  const wanted = { ...type, start: at, end: at + type.minutes * MINUTE }
  return suggestTherapist(wanted, resources, facts) !== undefined
}
