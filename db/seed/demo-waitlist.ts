import { type Instant, MINUTE } from '../../domain/interval.ts'
import { defaultWaitlistPolicy, offerMinutes } from '../../domain/waitlist-offer.ts'
import type { AppointmentRow, ClientRow } from '../queries/book.ts'
import type { FreedSlotRow } from '../queries/freed-slots.ts'
import type { WaitlistEntryRow } from '../queries/waitlist-entries.ts'
import type { OfferRow } from '../queries/waitlist-offers.ts'
import type { ClinicPlan } from './clinic-plan.ts'
import type { TypeKey } from './offering.ts'
import { makeRandom, type Random } from './random.ts'

/** Who waits in the demo, and what was offered in the last days. */
export interface DemoWaitlist {
  readonly entries: readonly WaitlistEntryRow[]
  readonly freed: readonly FreedSlotRow[]
  readonly offers: readonly OfferRow[]
}

const DAY = 24 * 60 * MINUTE

type Said = Partial<
  Pick<WaitlistEntryRow, 'skill' | 'days' | 'parts' | 'noticeMinutes' | 'referralSource' | 'payer' | 'note'>
> &
  Pick<WaitlistEntryRow, 'urgency' | 'source'> & {
    readonly type: TypeKey
    readonly daysAgo: number
    /** By their place among the therapists. */
    readonly therapists?: readonly number[]
  }

/** People for whom there was no time yet. */
const NEW: readonly Said[] = [
  {
    ...{ type: 'intake', urgency: 'urgent', source: 'desk', daysAgo: 2, referralSource: 'hospital', payer: 'Aetna' },
    note: 'Discharged on Monday; the ward asks for a first session within a week.',
  },
  {
    ...{
      type: 'intake',
      urgency: 'soon',
      source: 'public',
      daysAgo: 9,
      parts: ['morning'],
      referralSource: 'physician',
    },
    ...{ payer: 'Blue Cross', noticeMinutes: 24 * 60 },
  },
  { type: 'intake', urgency: 'routine', source: 'public', daysAgo: 31, days: [2, 4], referralSource: 'self' },
  {
    ...{
      type: 'intake',
      urgency: 'routine',
      source: 'partner',
      daysAgo: 17,
      referralSource: 'insurer',
      payer: 'Cigna',
    },
    ...{ parts: ['afternoon', 'evening'] },
  },
  {
    type: 'intake',
    urgency: 'soon',
    source: 'desk',
    daysAgo: 5,
    referralSource: 'school',
    note: 'Mornings clash with school.',
  },
]

/** Clients who would come sooner, or to somebody else. */
const KNOWN: readonly Said[] = [
  { type: 'individual', urgency: 'soon', source: 'client', daysAgo: 3, noticeMinutes: 120 },
  {
    type: 'individual',
    urgency: 'routine',
    source: 'client',
    daysAgo: 6,
    parts: ['afternoon'],
    noticeMinutes: 24 * 60,
  },
  {
    type: 'individual',
    urgency: 'urgent',
    source: 'desk',
    daysAgo: 1,
    note: 'Had a bad week; would come at any time.',
  },
  { type: 'individual', urgency: 'routine', source: 'client', daysAgo: 12, days: [1, 3, 5] },
  {
    type: 'trauma',
    urgency: 'soon',
    source: 'desk',
    daysAgo: 22,
    skill: 'emdr',
    payer: 'Aetna',
    referralSource: 'physician',
  },
  { type: 'couples', urgency: 'routine', source: 'desk', daysAgo: 14, parts: ['evening'], skill: 'couples' },
  { type: 'telehealth', urgency: 'routine', source: 'public', daysAgo: 8, therapists: [0, 2], noticeMinutes: 60 },
]

interface Demo extends Pick<ClinicPlan, 'offering' | 'therapists' | 'clients'> {
  readonly appointments: readonly AppointmentRow[]
}

/** The waitlist of the demo at that instant: the same for the same seed. */
export function makeDemoWaitlist(seed: string, demo: Demo, now: Instant): DemoWaitlist {
  const random = makeRandom(`${seed} waitlist`)
  const ahead = demo.appointments.filter((each) => each.status === 'booked' && each.startsAt > now + 2 * DAY)
  const seen = new Set(demo.appointments.map((each) => each.clientId))
  const unseen = demo.clients.filter((each) => !seen.has(each.id) && each.email !== null)
  const sooner = oneEach(random.shuffled(ahead))
  const entry = (said: Said, client: Pick<ClientRow, 'id'>, appointmentId: string | null) =>
    entryOf(random, demo, said, { clientId: client.id, appointmentId, now })
  const fresh = NEW.flatMap((said, at) => (unseen[at] ? [entry(said, unseen[at], null)] : []))
  const known = KNOWN.flatMap((said, at) => {
    const has = sooner[at]
    if (!has) return []
    // Whoever waits for what she comes for anyway would give that up.
    const isSame = has.typeId === demo.offering[said.type].id
    return [entry(said, { id: has.clientId }, isSame ? has.id : null)]
  })
  const entries = [...fresh, ...known]
  const filled = sooner
    .slice(KNOWN.length, KNOWN.length + 3)
    .map((each, at) => filledBy(random, each, entries[at]!, at, now))
  return {
    entries: [...entries, ...filled.map((each) => each.entry)],
    freed: filled.map((each) => each.freed),
    offers: filled.flatMap((each) => each.offers),
  }
}

/** The first appointment of each client. */
function oneEach(appointments: readonly AppointmentRow[]): AppointmentRow[] {
  return [...Map.groupBy(appointments, (each) => each.clientId).values()].map(([first]) => first!)
}

interface Whose {
  readonly clientId: string
  readonly appointmentId: string | null
  readonly now: Instant
}

function entryOf(random: Random, demo: Demo, said: Said, { appointmentId, clientId, now }: Whose): WaitlistEntryRow {
  const { daysAgo, therapists, type, ...wishes } = said
  const createdAt = now - daysAgo * DAY - random.int(1, 300) * MINUTE
  return {
    ...{ skill: null, days: null, parts: null, fromOn: null, untilOn: null, noticeMinutes: 0, referralSource: null },
    ...{ payer: null, note: null, scoreOverride: null, overrideReason: null, overriddenBy: null, endedAt: null },
    ...wishes,
    ...{ id: random.id(createdAt), version: 1, clientId, typeId: demo.offering[type].id, status: 'waiting' },
    therapistIds: therapists?.map((at) => demo.therapists[at]!.id) ?? null,
    ...{ appointmentId, bookedAppointmentId: null, createdAt, updatedAt: createdAt },
  }
}

/** An appointment that came from the waitlist some days ago, after somebody else had not wanted it or not answered. */
function filledBy(random: Random, taken: AppointmentRow, passedBy: WaitlistEntryRow, at: number, now: Instant) {
  const freedAt = now - (at + 1) * 22 * 60 * MINUTE
  const minutes = offerMinutes(taken.startsAt, freedAt, defaultWaitlistPolicy)
  const waits = at === 0 ? minutes : 10 + at * 15
  const takenAt = freedAt + (waits + 7) * MINUTE
  const freed: FreedSlotRow = {
    ...{ id: random.id(freedAt), version: 3, therapistId: taken.therapistId, roomId: taken.roomId, cause: 'cancelled' },
    ...{ startsAt: taken.startsAt, endsAt: taken.endsAt, appointmentId: null, chainId: random.id(freedAt), link: 1 },
    ...{ status: 'filled', lookAt: freedAt, filledBy: taken.id, endedAt: takenAt, createdAt: freedAt },
  }
  const createdAt = freedAt - 6 * DAY
  const entry: WaitlistEntryRow = {
    ...{ ...passedBy, id: random.id(createdAt), version: 3, clientId: taken.clientId, typeId: taken.typeId },
    ...{ therapistIds: null, skill: null, appointmentId: null, note: null, createdAt, updatedAt: takenAt },
    ...{ status: 'booked', bookedAppointmentId: taken.id, endedAt: takenAt },
  }
  const offer = (to: WaitlistEntryRow, offeredAt: Instant, decided: Partial<OfferRow>): OfferRow => ({
    ...{ id: random.id(offeredAt), version: 2, entryId: to.id, clientId: to.clientId, holdId: random.id(offeredAt) },
    ...{ freedId: freed.id, typeId: taken.typeId, therapistId: taken.therapistId, roomId: taken.roomId },
    ...{ startsAt: taken.startsAt, endsAt: taken.endsAt, status: 'declined', offeredAt, offeredBy: 'Daybook waitlist' },
    ...{ expiresAt: offeredAt + minutes * MINUTE, decidedAt: null, decidedBy: null, appointmentId: null },
    ...{ withdrawnFor: null, chainId: freed.chainId, link: 1, ...decided },
  })
  const passedAt = freedAt + waits * MINUTE
  const passed = { status: at === 0 ? ('expired' as const) : ('declined' as const), decidedAt: passedAt }
  const offers = [
    offer(passedBy, freedAt, { ...passed, decidedBy: at === 0 ? 'Daybook waitlist' : 'Client' }),
    offer(entry, passedAt, { status: 'accepted', decidedAt: takenAt, decidedBy: 'Client', appointmentId: taken.id }),
  ]
  return { freed, entry, offers }
}
