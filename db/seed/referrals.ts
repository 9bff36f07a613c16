import type { Instant } from '../../domain/interval.ts'
import { takesTime } from '../../domain/status.ts'
import type { AppointmentRow, ClientRow } from '../queries/book.ts'
import type { ClinicPlan } from './clinic-plan.ts'

interface Known {
  readonly firstSessionAt: Instant | undefined
  readonly seen: boolean
}

/** What the book says of its clients, gathered appointment by appointment. */
export type Tally = Map<string, Known>

export function tally(known: Tally, appointments: readonly AppointmentRow[]): void {
  for (const each of appointments) {
    const before = known.get(each.clientId)
    const stands = takesTime(each.status)
    const first = before?.firstSessionAt
    known.set(each.clientId, {
      firstSessionAt: stands ? Math.min(each.startsAt, first ?? Infinity) : first,
      seen: before?.seen || each.status === 'fulfilled' || each.status === 'arrived',
    })
  }
}

/** The clients with what their referrals have come to by now. */
export function settledClients({ clients, caseloads }: ClinicPlan, known: Tally, now: Instant): ClientRow[] {
  const leftAt = new Map([...caseloads.values()].flat().map((each) => [each.client.id, each.ends]))
  return clients.map((client, place) => {
    const { firstSessionAt, seen } = known.get(client.id) ?? { firstSessionAt: undefined, seen: false }
    const hasLeft = (leftAt.get(client.id) ?? Infinity) <= now
    const called = known.has(client.id) || Math.floor(place / 12) % 2 === 0
    const waiting = called ? 'contacted' : 'new'
    const coming = seen ? (hasLeft ? 'discharged' : 'active') : 'acceptance_scheduled'
    return {
      ...client,
      firstSessionAt: firstSessionAt ?? null,
      referralStatus: firstSessionAt === undefined ? waiting : coming,
    }
  })
}
