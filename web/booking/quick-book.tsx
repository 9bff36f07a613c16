import { createEffect, type JSX, on, onCleanup, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Place } from '../calendar/store/book.ts'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { withoutOwnHolds } from '../holds/own-holds.ts'
import { mayDo } from '../session/session.ts'
import { showToast } from '../ui/toast.tsx'
import { makeWaitlistBooking } from '../waitlist-drawer/book-waiting.ts'
import { createBooking } from './create-booking.ts'
import type { QuickBook as QuickBookControl } from './create-quick-book.ts'
import type { Draft } from './draft.ts'
import { QuickBookPanel } from './quick-book-panel.tsx'

interface QuickBookProps {
  readonly desk: Desk
  readonly control: QuickBookControl
  readonly first: Draft
  /** Another panel is in front; nothing entered is lost. */
  readonly hidden: boolean
  readonly onClose: () => void
}

/** An appointment being booked, and the panel it is entered in. */
export function QuickBook(props: QuickBookProps): JSX.Element {
  const { desk, control } = props
  const known = (date: string) => withoutOwnHolds(desk.facts(date))
  const booking = createBooking(props.first, {
    zone: desk.zone,
    facts: desk.clinic,
    known,
    book: () => desk.shown().book,
    holds: desk.holds,
    onBooked(card, count) {
      const often = count === undefined ? '' : `${count} times, first `
      const words = `${card.clientName} is booked ${often}${desk.sayPlace(card)}.`
      showToast({ text: words })
      desk.commands()?.say(words)
      control.close()
      desk.withDay(booking.draft.date, (commands) => commands.focusCard(card.id))
    },
  })
  control.attach(booking)
  onCleanup(() => control.attach(undefined))

  // The day on the screen goes with the day in the form, not the other way: one may look around while entering.
  createEffect(on(() => booking.draft.date, followDate(desk), { defer: true }))
  const fromWaitlist = makeWaitlistBooking(desk)
  async function bookWaiting(entry: WaitlistLineFragment, place: Place): Promise<void> {
    const refused = await fromWaitlist(entry, place)
    if (refused === 'booked') return control.close()
    for (const { message } of refused?.problems ?? []) showToast({ tone: 'problem', text: message })
  }
  return (
    <>
      <LeaveDialog isDirty={booking.isDirty} stays={(path) => path.startsWith('/calendar')} />
      <Show when={!props.hidden}>
        <QuickBookPanel
          booking={booking}
          desk={desk}
          facts={known(booking.draft.date)}
          mayCreateClients={mayDo('EDIT_CLIENTS')}
          onBookWaiting={bookWaiting}
          onClose={props.onClose}
        />
      </Show>
    </>
  )
}

// Half-typed years are years too; the book reaches five years either way.
function followDate(desk: Desk) {
  return (date: string) => {
    const years = Math.abs(Number(date.slice(0, 4)) - Number(desk.date.today().slice(0, 4)))
    if (/^\d{4}-\d{2}-\d{2}$/.test(date) && years <= 5) desk.date.goTo(date)
  }
}
