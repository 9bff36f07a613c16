import CalendarOff from 'lucide-solid/icons/calendar-off'
import { createMemo, type JSX } from 'solid-js'
import { addDays, localDateOf } from '../../domain/zone.ts'
import { createAnswer } from '../api/create-answer.ts'
import { ClosuresDocument } from '../generated/graphql.ts'
import { daysInWords, hoursOnDate } from '../hours/date-words.ts'
import { viewer } from '../session/session.ts'
import { ClosurePanel } from './closure-panel.tsx'
import { RecordsPage } from './records-page.tsx'

const DAYS_BEFORE = 365
const DAYS_AHEAD = 2 * 365

export default function ClosuresPage(): JSX.Element {
  const today = localDateOf(Date.now(), viewer().clinic.zone)
  const answer = createAnswer(ClosuresDocument, () => ({
    from: addDays(today, -DAYS_BEFORE),
    to: addDays(today, DAYS_AHEAD),
  }))
  // Those to come, the next first; then those that are over, the latest first.
  const rows = createMemo(() => {
    const all = answer.data()?.closures
    if (!all) return undefined
    const ahead = all.filter((each) => each.endsOn >= today).sort((a, b) => a.startsOn.localeCompare(b.startsOn))
    const over = all.filter((each) => each.endsOn < today).sort((a, b) => b.startsOn.localeCompare(a.startsOn))
    return [...ahead, ...over]
  })
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.closures.find((each) => each.id === id)
  }
  return (
    <RecordsPage
      title="Closures"
      newLabel="New closure"
      rows={rows()}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      columns={[
        { head: 'Days', cell: (row) => daysInWords(row.startsOn, row.endsOn) },
        { head: 'Hours', cell: hoursOnDate, wideOnly: true },
      ]}
      isAway={(row) => row.endsOn < today}
      awayWord="past"
      empty={{
        icon: CalendarOff,
        title: 'No closures ahead',
        text: 'On a holiday the whole clinic is closed, whatever hours are kept. It stands named in every column of the day.',
      }}
      panel={(row, close) => (
        <ClosurePanel closure={row} today={today} latest={latest} onSaved={() => void answer.again()} onClose={close} />
      )}
    />
  )
}
