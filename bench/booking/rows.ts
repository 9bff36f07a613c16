import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import { type Transaction, titleOf } from '../transactions.ts'
import type { Turns } from './turns.ts'

const mostTimes = 3
const leastPerSecond = 400
const mostWithReminders = 1.15

export function bookingRows(turns: Turns, transaction: Transaction): Section {
  const bareMs = spreadOf(turns.oneMs.bare)
  const httpMs = spreadOf(turns.oneMs.http)
  const quietMs = spreadOf(turns.oneMs.quiet)
  const httpRate = spreadOf(turns.perSecond.http)
  const one = 'one booking, one client'
  const remembered = 'one booking, its messages asked for'
  const many = 'bookings a second, 8 clients'
  const rows: Row[] = [
    { figure: one, who: 'floor: the same transaction by pg', value: bareMs, unit: 'ms' },
    {
      figure: one,
      who: 'ours, through HTTP',
      value: httpMs,
      unit: 'ms',
      floor: bareMs,
      target: { text: `≤ ${mostTimes} × floor`, met: httpMs.median <= mostTimes * bareMs.median },
    },
    { figure: remembered, who: 'without reminders, through HTTP', value: quietMs, unit: 'ms' },
    {
      figure: remembered,
      who: 'with reminders, through HTTP',
      value: httpMs,
      unit: 'ms',
      floor: quietMs,
      target: {
        text: `≤ ${mostWithReminders} × without`,
        met: httpMs.median <= mostWithReminders * quietMs.median,
      },
    },
    { figure: many, who: 'floor: the same transactions by pg', value: spreadOf(turns.perSecond.bare), unit: '/s' },
    {
      figure: many,
      who: 'ours, through HTTP',
      value: httpRate,
      unit: '/s',
      floor: spreadOf(turns.perSecond.bare),
      target: { text: `≥ ${leastPerSecond}/s`, met: httpRate.median >= leastPerSecond },
    },
    { figure: 'server process a booking, 8 clients', who: 'ours', value: spreadOf(turns.serverCpuMs), unit: 'ms CPU' },
  ]
  const prepared = transaction.flat().filter(({ name }) => name).length
  const notes = [
    `The transaction is ${transaction.flat().length} statements in ${transaction.length} turns, ${prepared} of them prepared, captured from the server while it made the same bookings; both sides then run them on copies of one database, in turns.`,
    'Built-in PostgreSQL with its default durability (fsync on). Client, server and PostgreSQL share the cores.',
    `Milliseconds of the bare transaction, turn by turn: ${statementTimes(turns, transaction)}.`,
    'Without reminders is a server that leaves the job out that plans them; with them, the same process also plans what the bookings bring about, while they are made. Each round begins when that is done.',
    'A run’s figure for one client is the median of 60 bookings as the client sees them, the rate is over 400 bookings.',
  ]
  return { bench: 'booking', about, rows, notes }
}

function statementTimes({ statementMs }: Turns, transaction: Transaction): string {
  return transaction
    .map((each, at) => `${titleOf(each)} ${spreadOf(statementMs.map((times) => times[at] ?? NaN)).median.toFixed(2)}`)
    .join('; ')
}

const about = 'bookAppointment through HTTP with an API key, beside the same statements sent bare by `pg`.'
