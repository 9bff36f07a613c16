import { send } from '../api/client.ts'
import { wholeNumberProblem } from '../form/whole-number.ts'
import {
  type AppointmentTypeRecordFragment,
  CreateAppointmentTypeDocument,
  UpdateAppointmentTypeDocument,
} from '../generated/graphql.ts'
import { priceEntry, priceProblem, readPrice } from './price.ts'

/** Named as the fields of the input, so that a refusal finds its field. */
export interface TypeEntries {
  readonly version: number
  readonly name: string
  readonly category: string
  readonly minutes: string
  readonly bufferBeforeMinutes: string
  readonly bufferAfterMinutes: string
  readonly hue: number
  readonly needsRoom: boolean
  readonly priceCents: string
  readonly cptCode: string
}

export function entriesOf(type: AppointmentTypeRecordFragment | undefined): TypeEntries {
  return {
    version: type?.version ?? 0,
    name: type?.name ?? '',
    category: type?.category ?? '',
    minutes: String(type?.minutes ?? 50),
    bufferBeforeMinutes: String(type?.bufferBeforeMinutes ?? 0),
    bufferAfterMinutes: String(type?.bufferAfterMinutes ?? 0),
    hue: type?.hue ?? 240,
    needsRoom: type?.needsRoom ?? false,
    priceCents: priceEntry(type?.priceCents ?? null),
    cptCode: type?.cptCode ?? '',
  }
}

export function checkEntries(entries: TypeEntries) {
  return {
    minutes: wholeNumberProblem(entries.minutes),
    bufferBeforeMinutes: wholeNumberProblem(entries.bufferBeforeMinutes),
    bufferAfterMinutes: wholeNumberProblem(entries.bufferAfterMinutes),
    priceCents: priceProblem(entries.priceCents),
  }
}

export async function saveType(id: string | undefined, entries: TypeEntries, clientMutationId: string) {
  const input = {
    name: entries.name,
    category: entries.category,
    minutes: Number(entries.minutes),
    bufferBeforeMinutes: Number(entries.bufferBeforeMinutes),
    bufferAfterMinutes: Number(entries.bufferAfterMinutes),
    hue: entries.hue,
    needsRoom: entries.needsRoom,
    priceCents: readPrice(entries.priceCents),
    cptCode: entries.cptCode.trim() || null,
    clientMutationId,
  }
  if (id === undefined) {
    // Without a category the server chooses its own; a kept one cannot be emptied.
    const fresh = { ...input, category: input.category.trim() || undefined }
    return (await send(CreateAppointmentTypeDocument, { input: fresh })).createAppointmentType
  }
  const change = { ...input, id, expectedVersion: entries.version }
  return (await send(UpdateAppointmentTypeDocument, { input: change })).updateAppointmentType
}
