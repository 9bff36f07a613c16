import { createSignal, type JSX, Match, Switch } from 'solid-js'
import { createQuickBook } from '../booking/create-quick-book.ts'
import { createFinding } from '../finder/create-finding.ts'
import { useOpenRecord } from '../form/use-open-record.ts'
import { mayBook } from '../session/may-book.ts'
import { viewer } from '../session/session.ts'
import { useTitle } from '../shell/use-title.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { createDesk } from './create-desk.ts'
import { OpenDay } from './open-day.tsx'
import { CalendarBar } from './page/calendar-bar.tsx'
import { createDate } from './page/create-date.ts'
import { createView } from './page/create-view.ts'
import { shortDate } from './page/date-words.ts'
import { DaySkeleton } from './page/day-skeleton.tsx'
import { EmptyClinic } from './page/empty-clinic.tsx'
import { LostBar } from './page/lost-bar.tsx'

/** The day as the desk works with it: shown, followed, changed. */
export default function CalendarPage(): JSX.Element {
  const { zone } = viewer().clinic
  const date = createDate(zone)
  const view = createView()
  const record = useOpenRecord()
  const quickBook = createQuickBook()
  const finding = createFinding()
  const { day, desk, onReady } = createDesk(date)
  const [isWaitlistOpen, setWaitlistOpen] = createSignal(false)
  const isEmpty = () =>
    desk()
      ?.clinic()
      .resources.every((each) => each.kind === 'room' || !each.active)
  const book = () => {
    const open = desk()
    setWaitlistOpen(false)
    if (open) quickBook.begin(open)
  }
  const find = () => {
    const open = desk()
    if (open) finding.begin(open, quickBook.booking()?.draft)
  }
  const toToday = () => {
    const open = desk()
    if (open) open.withDay(date.today(), (commands) => commands.showInstant(open.now()))
    else date.goTo(date.today())
  }
  useTitle(() => shortDate(date.date()))

  return (
    <>
      <CalendarBar
        zone={zone}
        date={date}
        view={view}
        isLive={day.shown() !== undefined}
        onToday={toToday}
        onWaitlist={mayBook() && !isEmpty() ? () => setWaitlistOpen((open) => !open) : undefined}
        isWaitlistOpen={isWaitlistOpen()}
        onFind={mayBook() && !isEmpty() ? find : undefined}
        onBook={mayBook() && !isEmpty() ? book : undefined}
      />
      <Switch fallback={<DaySkeleton columns={8} hourHeight={view.hourHeight()} />}>
        <Match when={day.failure()}>{(failure) => <FailureState failure={failure()} onRetry={day.again} />}</Match>
        <Match when={isEmpty()}>
          <EmptyClinic />
        </Match>
        <Match when={desk()}>
          {(open) => (
            <>
              <LostBar isLost={day.refusal() !== undefined} onRetry={day.again} />
              <OpenDay
                desk={open()}
                view={view}
                record={record}
                quickBook={quickBook}
                finding={finding}
                isWaitlistOpen={isWaitlistOpen()}
                onCloseWaitlist={() => setWaitlistOpen(false)}
                onReady={onReady}
              />
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}
