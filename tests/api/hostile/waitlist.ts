import type { Db } from '../../../db/connect.ts'
import { ask } from '../../support/app.ts'
import { CANCEL, type makeDesk } from '../../support/desk.ts'
import { makeType } from '../../support/world.ts'

type Desk = Awaited<ReturnType<typeof makeDesk>>

const JOIN = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { ... on WaitlistJoined { entry { id } } } }`
const OFFER = `mutation ($input: OfferSlotInput!) { offerSlot(input: $input) { ... on SlotOffered { offer { id } } } }`

/** Two who wait, one of whom is offered something, a slot that became free, and a type nobody waits for. */
export async function openWaitlist(app: { url: string }, db: Db, proof: string, desk: Desk) {
  const say = async (query: string, input: object): Promise<{ id: string }> => {
    const { data, errors } = await ask<Record<string, Record<string, { id: string }>>>(app, proof, query, { input })
    const made = Object.values(Object.values(data ?? {})[0] ?? {})[0]
    if (!made) throw new Error(errors?.[0]?.message ?? 'refused')
    return made
  }
  const type = await makeType(db, desk.clinic.id)
  const { id: entryId } = await say(JOIN, { clientId: desk.maya.id, typeId: desk.type.id })
  const { id: offered } = await say(JOIN, { clientId: desk.leo.id, typeId: desk.type.id })
  const slot = { therapistId: desk.okafor.id, startsAt: '2026-03-04T15:00:00Z' }
  const { id: offerId } = await say(OFFER, { entryId: offered, ...slot })
  const { appointment } = await desk.book({ startsAt: '2026-03-04T18:00:00Z', roomId: null })
  await desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'CLIENT' })
  const freed = await ask<{ freedSlots: { nodes: { id: string }[] } }>(
    app,
    proof,
    '{ freedSlots(first: 1) { nodes { id } } }',
  )
  return { typeId: type.id, entryId, offerId, freedId: freed.data.freedSlots.nodes[0]!.id }
}
