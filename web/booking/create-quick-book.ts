import { type Accessor, createSignal } from 'solid-js'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import { mayChangeAppointment } from '../../domain/rights.ts'
import { instantOf, localDateOf, wallClock } from '../../domain/zone.ts'
import type { Desk } from '../calendar/desk.ts'
import { ceilToStep } from '../calendar/layout/geometry.ts'
import type { PickedSlot } from '../calendar/view/grid-props.ts'
import type { Booking } from './create-booking.ts'
import type { Draft } from './draft.ts'

/** Whether somebody is being booked, and where that began. What is entered outlives a look at another appointment. */
export interface QuickBook {
  readonly first: Accessor<Draft | undefined>
  readonly booking: Accessor<Booking | undefined>
  readonly attach: (booking: Booking | undefined) => void
  /** Begins at the slot, or takes what is being booked there. */
  readonly pick: (slot: PickedSlot, desk: Desk) => void
  /** Begins without a slot: soon, with whoever is free. */
  readonly begin: (desk: Desk) => void
  readonly close: () => void
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
    pick({ resource, startsAt }, desk) {
      const when = clockOf(startsAt, desk.zone)
      if (resource.kind === 'room') return aim({ ...when, roomId: resource.id }, desk)
      const { rights, therapistId } = desk.viewer
      if (mayChangeAppointment(rights, resource.id, therapistId)) aim({ ...when, therapistId: resource.id }, desk)
      else desk.commands()?.say(`You may book with yourself only, not with ${resource.name}.`)
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
  }
}

function clockOf(at: Instant, zone: string): Pick<Draft, 'date' | 'time'> {
  return { date: localDateOf(at, zone), time: wallClock(at, zone).time }
}

/** The next step of today, or the first opening of another day. */
function soonOn(desk: Desk): Instant {
  const { date, book } = desk.shown()
  const step = { minutes: desk.clinic().stepMinutes, zone: desk.zone }
  if (date === desk.date.today()) return ceilToStep(desk.now() + MINUTE, step)
  const opens = [...book.truth().openHours.values()].flat().map((open) => open.start)
  return Math.min(...opens, instantOf(date, '12:00', desk.zone))
}
