import { fillSlots } from '../../actions/fill-slots.ts'
import { offerToken } from '../../actions/offer-token.ts'
import { planMessages } from '../../actions/plan-messages.ts'
import { makeLog } from '../../api/log.ts'
import type { Instant } from '../../domain/interval.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { makeSender } from '../../jobs/send/sender.ts'
import { ask, SECRET } from './app.ts'
import { CANCEL, makeDesk } from './desk.ts'
import { makePhone } from './phone.ts'
import type { TestDatabase } from './postgres.ts'
import { freshNumber } from './reply-desk.ts'
import { rowsOf } from './rows.ts'
import { makePerson, sessionCookieOf } from './sign-in.ts'
import { makeClient } from './world.ts'

const ENTRY = `id version status source urgency days parts noticeMinutes waitingDays client { id name }
  score { total overriddenBy overrideReason parts { name points why } }
  appointment { id } bookedAppointment { id startsAt }`
const OFFER = `id version status offeredAt expiresAt chainLink slot { startsAt endsAt therapist { id } room { id } }
  entry { id status client { name } } appointment { id startsAt }`
const PROBLEMS = `problems { code message path }`
const RECORD_REFUSED = `... on RecordRefused { ${PROBLEMS} }`
const BOOKING_REFUSED = `... on BookingRefused { ${PROBLEMS} alternatives { startsAt therapist { id } } }`

const mutations = {
  joinWaitlist: `... on WaitlistJoined { entry { ${ENTRY} } } ${RECORD_REFUSED}`,
  updateWaitlistEntry: `... on WaitlistEntryUpdated { entry { ${ENTRY} } } ${RECORD_REFUSED}`,
  leaveWaitlist: `... on WaitlistLeft { entry { ${ENTRY} } } ${RECORD_REFUSED}`,
  setWaitlistScore: `... on WaitlistScoreSet { entry { ${ENTRY} } } ${RECORD_REFUSED}`,
  updateWaitlistPolicy: `... on WaitlistPolicyUpdated { policy { version mode together } } ${RECORD_REFUSED}`,
  offerSlot: `... on SlotOffered { offer { ${OFFER} } } ${BOOKING_REFUSED}`,
  acceptOffer: `... on OfferAccepted { offer { ${OFFER} } appointment { id startsAt status } } ${BOOKING_REFUSED}`,
  declineOffer: `... on OfferDeclined { offer { ${OFFER} } } ${BOOKING_REFUSED}`,
  withdrawOffer: `... on OfferWithdrawn { offer { ${OFFER} } } ${BOOKING_REFUSED}`,
  closeFreedSlot: `... on FreedSlotClosed { freedSlot { id version status } } ${BOOKING_REFUSED}`,
  bookFromWaitlist: `... on BookedFromWaitlist { appointment { id startsAt } entry { ${ENTRY} } } ${BOOKING_REFUSED}`,
  undoBookFromWaitlist: `... on BookFromWaitlistUndone { appointment { id startsAt status } entry { ${ENTRY} } } ${BOOKING_REFUSED}`,
} as const

export type WaitlistMutation = keyof typeof mutations

export interface EntrySeen {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly source: string
  readonly client: { id: string; name: string }
  readonly score: {
    total: number
    overriddenBy: string | null
    overrideReason: string | null
    parts: { name: string; points: number; why: string }[]
  }
  readonly bookedAppointment: { id: string; startsAt: string } | null
}

export interface OfferSeen {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly offeredAt: string
  readonly expiresAt: string
  readonly chainLink: number
  readonly slot: { startsAt: string; endsAt: string; therapist: { id: string }; room: { id: string } | null }
  readonly entry: { id: string; status: string; client: { name: string } }
  readonly appointment: { id: string; startsAt: string } | null
}

export interface WaitlistAnswer {
  readonly __typename: string
  readonly entry: EntrySeen
  readonly offer: OfferSeen
  readonly appointment: { id: string; startsAt: string; status: string }
  readonly policy: { version: number; mode: string; together: number }
  readonly freedSlot: { id: string; version: number; status: string }
  readonly problems: { code: string; message: string; path: string[] | null }[]
  readonly alternatives: { startsAt: string }[]
}

/** Thursday 5 March 2026, 14:00 in New York. */
export const THURSDAY = '2026-03-05T19:00:00Z'

interface Policy {
  readonly waitlistPolicy: { readonly version: number }
}

type Settings = Omit<Parameters<typeof openChannels>[0], never>

/** A desk that offers by itself unless it is new, those who wait, and the jobs of the clinic, done when a test says so. */
export async function makeWaitlistDesk(
  app: { url: string },
  database: TestDatabase,
  {
    isNew = false,
    now,
    settings = { postmark: undefined, twilio: undefined },
  }: { now: () => Instant; settings?: Settings; isNew?: boolean },
) {
  const { db } = database
  const desk = await makeDesk(app, db)
  const { clinic } = desk
  const jobs = await openJobs(db, database.url)
  const channels = openChannels(settings, { db, now })
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: 'book@harbor.example', secret: SECRET })
  const sender = makeSender({ channels, ...composer, log: makeLog('silent') })
  const context = { db, jobs, now, announce: () => undefined, requestId: 'waitlist', secret: SECRET }
  const admin = await makePerson(db, clinic.id, { role: 'admin' })
  const adminProof = await sessionCookieOf(db, admin)

  const send = async (mutation: WaitlistMutation, input: Record<string, unknown>, proof = adminProof) => {
    const type = `${mutation === 'acceptOffer' || mutation === 'declineOffer' || mutation === 'withdrawOffer' ? 'DecideOffer' : mutation.charAt(0).toUpperCase() + mutation.slice(1)}Input`
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${mutations[mutation]} } }`
    const { data, errors } = await ask<Record<string, WaitlistAnswer>>(app, proof, query, { input })
    if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`)
    return data[mutation]!
  }
  const read = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask<Data>(app, adminProof, query, variables)
    if (errors) throw new Error(errors[0]?.message)
    return data
  }
  const setPolicy = async (change: Record<string, unknown>): Promise<void> => {
    const { version: expectedVersion } = (await read<Policy>('{ waitlistPolicy { version } }')).waitlistPolicy
    const { policy, problems } = await send('updateWaitlistPolicy', { expectedVersion, ...change })
    if (!policy) throw new Error(problems[0]?.message)
  }
  if (!isNew) await setPolicy({ mode: 'OFFER' })
  return {
    ...{ desk, context, composer, channels, sender, send, read, setPolicy, admin, adminProof },
    /** Somebody with a telephone of her own, who waits. */
    async waiting(name: string, wishes: Record<string, unknown> = {}) {
      const phone = makePhone(app, freshNumber())
      const email = `${name.toLowerCase()}@example.com`
      const client = await makeClient(db, clinic.id, { name, phone: phone.number, email })
      const { entry } = await send('joinWaitlist', { clientId: client.id, typeId: desk.type.id, ...wishes })
      return { client, phone, entry }
    },
    fill: () => fillSlots(context, { clinicId: clinic.id }),
    /** Plans and sends what is due. */
    async post() {
      await planMessages(context, { clinicId: clinic.id })
      await sender.drain(context, clinic.id)
    },
    async cancel({ id, version }: { id: string; version: number }) {
      const result = await desk.send(CANCEL, { id, expectedVersion: version, reason: 'CLIENT' })
      if (result.__typename !== 'AppointmentCancelled') throw new Error(result.problems[0]?.message)
    },
    /** Every offer in the order in which they were made. */
    async offers(): Promise<OfferSeen[]> {
      const { waitlistOffers } = await read<{ waitlistOffers: { nodes: OfferSeen[] } }>(
        `{ waitlistOffers(first: 100) { nodes { ${OFFER} } } }`,
      )
      return waitlistOffers.nodes.toReversed()
    },
    async entry(id: string): Promise<EntrySeen> {
      return (
        await read<{ waitlistEntry: EntrySeen }>(`query ($id: ID!) { waitlistEntry(id: $id) { ${ENTRY} } }`, { id })
      ).waitlistEntry
    },
    async freed() {
      const { freedSlots } = await read<{
        freedSlots: { nodes: { id: string; version: number; status: string; cause: string; chainLink: number }[] }
      }>('{ freedSlots(first: 100) { nodes { id version status cause chainLink } } }')
      return freedSlots.nodes.toReversed()
    },
    /** Leo's appointment is booked then and cancelled, and the jobs are done. */
    async free(startsAt = THURSDAY): Promise<void> {
      const { appointment } = await desk.book({ startsAt, roomId: desk.oak.id, clientId: desk.leo.id })
      await this.cancel(appointment)
      await this.fill()
    },
    linkOf: ({ id }: { id: string }) => `${app.url}/o/${offerToken(SECRET, clinic.id, id)}`,
    /** Presses a button of the page an offer leads to; answers with the page that follows. */
    async press(link: string, action: 'accept' | 'decline') {
      const response = await fetch(`${link}/${action}`, { method: 'POST', headers: { origin: app.url } })
      return { url: response.url, text: await response.text() }
    },
    rows: (query: string) => rowsOf(database, clinic.id, query),
  }
}

export type WaitlistDesk = Awaited<ReturnType<typeof makeWaitlistDesk>>

/** `Ann OPEN` for each. */
export function shown(offers: readonly OfferSeen[]): string[] {
  return offers.map((each) => `${each.entry.client.name} ${each.status}`)
}
