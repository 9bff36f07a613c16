import { v7 as uuid } from 'uuid'
import type { BenchClinic, FreeSlot } from '../clinic.ts'
import type { GraphQLClient } from '../http.ts'

const mutation = `mutation Book($input: BookAppointmentInput!) {
  bookAppointment(input: $input) {
    __typename
    ... on AppointmentBooked {
      appointment { id version status startsAt endsAt client { id name } therapist { id name } room { id name } type { id name } }
    }
    ... on BookingRefused { problems { code message } }
  }
}`

/** Books through the API as a partner's program does, and fails unless it was booked. */
export async function bookThrough(http: GraphQLClient, clinic: BenchClinic, slot: FreeSlot): Promise<void> {
  const answer = await http.post(mutation, { input: { ...slot, typeId: clinic.typeId, clientMutationId: uuid() } })
  if (!answer.includes('"AppointmentBooked"')) throw new Error(`Not booked: ${answer}`)
}

/** Calls `work` for each item, `workers` at a time. */
export async function eachOf<T>(
  items: readonly T[],
  workers: number,
  work: (item: T, worker: number) => Promise<void>,
) {
  const rest = items.values()
  const worker = async (at: number) => {
    for (const item of rest) await work(item, at)
  }
  await Promise.all(Array.from({ length: workers }, (_, at) => worker(at)))
}
