import { send } from '../api/client.ts'
import { wholeNumberProblem } from '../form/whole-number.ts'
import {
  type AppointmentTypeRecordFragment,
  CreateAppointmentTypeDocument,
  UpdateAppointmentTypeDocument,
} from '../generated/graphql.ts'
import { priceEntry, priceProblem, readPrice } from './price.ts'

const DAY_MINUTES = 1440

/** Named as the fields of the input, so that a refusal finds its field. */
export interface TypeEntries {
  readonly version: number
  readonly name: string
  readonly category: string
  readonly minutes: string
  readonly bufferBeforeMinutes: string
  readonly bufferAfterMinutes: string
  readonly hue: number
  readonly requiredSkills: readonly string[]
  readonly needsRoom: boolean
  readonly requiredFeatures: readonly string[]
  readonly minCapacity: string
  readonly dailyLimit: string
  readonly online: boolean
  /** In hours, as a clinic speaks of it. */
  readonly leadMinutes: string
  readonly horizonDays: string
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
    requiredSkills: type?.requiredSkills ?? [],
    needsRoom: type?.needsRoom ?? false,
    requiredFeatures: type?.requiredFeatures ?? [],
    minCapacity: String(type?.minCapacity ?? 1),
    dailyLimit: type?.dailyLimit ? String(type.dailyLimit) : '',
    online: type?.online ?? false,
    leadMinutes: String((type?.leadMinutes ?? DAY_MINUTES) / 60),
    horizonDays: String(type?.horizonDays ?? 60),
    priceCents: priceEntry(type?.priceCents ?? null),
    cptCode: type?.cptCode ?? '',
  }
}

export function checkEntries(entries: TypeEntries) {
  return {
    minutes: wholeNumberProblem(entries.minutes),
    bufferBeforeMinutes: wholeNumberProblem(entries.bufferBeforeMinutes),
    bufferAfterMinutes: wholeNumberProblem(entries.bufferAfterMinutes),
    minCapacity: entries.needsRoom ? wholeNumberProblem(entries.minCapacity) : undefined,
    dailyLimit: entries.dailyLimit.trim() === '' ? undefined : wholeNumberProblem(entries.dailyLimit),
    leadMinutes: entries.online ? hoursProblem(entries.leadMinutes) : undefined,
    horizonDays: entries.online ? horizonProblem(entries) : undefined,
    priceCents: priceProblem(entries.priceCents),
  }
}

function hoursProblem(entry: string): string | undefined {
  return /^\d{1,4}(\.\d{1,2})?$/.test(entry.trim()) ? undefined : 'Write hours, like 24 or 0.5.'
}

function horizonProblem({ leadMinutes, horizonDays }: TypeEntries): string | undefined {
  const isTooNear = Number(leadMinutes) >= Number(horizonDays) * 24
  return wholeNumberProblem(horizonDays) ?? (isTooNear ? 'Further ahead than the least.' : undefined)
}

// What is not shown stays as it is kept.
function roomNeeds({ needsRoom, requiredFeatures, minCapacity }: TypeEntries) {
  return needsRoom ? { requiredFeatures: [...requiredFeatures], minCapacity: Number(minCapacity) } : {}
}

function onlineLimits({ online, leadMinutes, horizonDays }: TypeEntries) {
  return online ? { leadMinutes: Math.round(Number(leadMinutes) * 60), horizonDays: Number(horizonDays) } : {}
}

export async function saveType(id: string | undefined, entries: TypeEntries, clientMutationId: string) {
  const input = {
    name: entries.name,
    category: entries.category,
    minutes: Number(entries.minutes),
    bufferBeforeMinutes: Number(entries.bufferBeforeMinutes),
    bufferAfterMinutes: Number(entries.bufferAfterMinutes),
    hue: entries.hue,
    requiredSkills: [...entries.requiredSkills],
    needsRoom: entries.needsRoom,
    dailyLimit: entries.dailyLimit.trim() === '' ? null : Number(entries.dailyLimit),
    online: entries.online,
    ...roomNeeds(entries),
    ...onlineLimits(entries),
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
