import type { AppointmentTypeRow } from '../queries/book.ts'
import type { Random } from './random.ts'

export type TypeKey = 'individual' | 'telehealth' | 'couples' | 'intake' | 'trauma' | 'brief'

/** What a type asks, where it asks anything. */
type Asks = Pick<
  AppointmentTypeRow,
  | 'needsRoom'
  | 'requiredSkills'
  | 'requiredFeatures'
  | 'minCapacity'
  | 'dailyLimit'
  | 'online'
  | 'leadMinutes'
  | 'horizonDays'
>

type Offer = Pick<
  AppointmentTypeRow,
  'name' | 'category' | 'minutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'hue' | 'priceCents' | 'cptCode'
> &
  Partial<Asks>

/** Hues at least 45 degrees apart. The codes are those of the AMA's Current Procedural Terminology. */
const OFFERS: Record<TypeKey, Offer> = {
  individual: {
    name: 'Individual session',
    category: 'Individual',
    ...{ minutes: 50, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, hue: 250, priceCents: 16_500, cptCode: '90834' },
  },
  telehealth: {
    name: 'Telehealth session',
    category: 'Individual',
    ...{ minutes: 50, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, hue: 200, priceCents: 15_500, cptCode: '90834' },
    needsRoom: false,
  },
  couples: {
    name: 'Couples & family session',
    category: 'Couples & family',
    ...{ minutes: 80, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, hue: 350, priceCents: 22_000, cptCode: '90847' },
    ...{ requiredSkills: ['couples'], minCapacity: 3 },
  },
  intake: {
    name: 'Intake assessment',
    category: 'Assessment',
    ...{ minutes: 80, bufferBeforeMinutes: 10, bufferAfterMinutes: 10, hue: 65, priceCents: 24_000, cptCode: '90791' },
    ...{ dailyLimit: 2, leadMinutes: 24 * 60, horizonDays: 90 },
  },
  trauma: {
    name: 'EMDR session',
    category: 'Individual',
    ...{ minutes: 75, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, hue: 305, priceCents: 23_000, cptCode: '90837' },
    ...{ requiredSkills: ['emdr'], requiredFeatures: ['quiet'] },
  },
  brief: {
    name: 'Brief check-in',
    category: 'Individual',
    ...{ minutes: 25, bufferBeforeMinutes: 0, bufferAfterMinutes: 5, hue: 150, priceCents: 9_500, cptCode: '90832' },
  },
}

const usual: Asks = {
  ...{ needsRoom: true, requiredSkills: [], requiredFeatures: [], minCapacity: 1, dailyLimit: null },
  ...{ online: true, leadMinutes: 0, horizonDays: 365 },
}

export type Offering = Record<TypeKey, AppointmentTypeRow>

/** The six types of appointment, in the order of the list above. */
export function makeOffering(random: Random, at: number): Offering {
  const rows = Object.entries(OFFERS).map(([key, offer], position) => [
    key,
    { ...usual, ...offer, id: random.id(at), position, active: true, version: 1 },
  ])
  return Object.fromEntries(rows) as Offering
}
