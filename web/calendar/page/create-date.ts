import { useLocation, useNavigate, useParams } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import { addDays, type LocalDate, localDateOf } from '../../../domain/zone.ts'
import { createNow } from '../view/create-now.ts'

export interface ChosenDate {
  readonly date: Accessor<LocalDate>
  readonly today: Accessor<LocalDate>
  readonly goTo: (date: LocalDate) => void
  readonly step: (days: number) => void
}

/** The day in the address; without one it is today, also after midnight. */
export function createDate(zone: string): ChosenDate {
  const params = useParams<{ date?: string }>()
  const location = useLocation()
  const navigate = useNavigate()
  const now = createNow()
  const today = createMemo(() => localDateOf(now(), zone))
  const date = createMemo(() => (isDate(params.date) ? params.date : today()))
  const goTo = (next: LocalDate) =>
    navigate(`/calendar${next === today() ? '' : `/${next}`}${location.search}`, { scroll: false })
  return { date, today, goTo, step: (days) => goTo(addDays(date(), days)) }
}

function isDate(text: string | undefined): text is LocalDate {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
