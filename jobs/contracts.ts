/** What a job carries: ids and nothing else, so that no name and no note ever lies in a queue. */
export type JobIds<Id extends string = string> = Readonly<Record<Id, string>>

/** A kind of job, as those who ask for it and those who do it both know it. */
export interface JobContract<Id extends string = string> {
  readonly queue: string
  readonly ids: readonly Id[]
  /** Only one such job waits for each of these: asking again while it waits does nothing. */
  readonly onePer?: Id
  /** With `onePer`: only one such job waits for each of these and each stretch of so many seconds, at the end of which it is done. */
  readonly everySeconds?: number
  /** Done so long after it was asked for, unless a time was given, so that what is asked for meanwhile is done with it. */
  readonly afterSeconds?: number
  /** How often a job that failed is tried again, after so many seconds and twice as many each time. */
  readonly retries: number
  readonly retryDelaySeconds: number
  /** A job that takes longer is given up and tried again: its program was killed, or hangs. */
  readonly longestSeconds: number
}

/** A hold's time has come; unless it was extended it leaves the book. */
export const expireHold: JobContract<'clinicId' | 'holdId'> = {
  queue: 'expire-hold',
  ids: ['clinicId', 'holdId'],
  retries: 5,
  retryDelaySeconds: 2,
  longestSeconds: 30,
}

/** A month has passed since a clinic's series were extended: they reach that much less far. */
export const extendSeries: JobContract<'clinicId'> = {
  queue: 'extend-series',
  ids: ['clinicId'],
  onePer: 'clinicId',
  retries: 10,
  retryDelaySeconds: 30,
  longestSeconds: 600,
}

/** A month has passed since the rules of a clinic's events were followed: their sessions reach that much less far. */
export const extendEvents: JobContract<'clinicId'> = {
  queue: 'extend-events',
  ids: ['clinicId'],
  onePer: 'clinicId',
  retries: 10,
  retryDelaySeconds: 30,
  longestSeconds: 600,
}

/** A day has passed since a clinic was tidied. */
export const tidyClinic: JobContract<'clinicId'> = {
  queue: 'tidy-clinic',
  ids: ['clinicId'],
  onePer: 'clinicId',
  retries: 10,
  retryDelaySeconds: 30,
  longestSeconds: 600,
}

/** Appointments of a clinic changed: what is to be sent about them is to be decided, all at once while many change. */
export const planMessages: JobContract<'clinicId'> = {
  queue: 'plan-messages',
  ids: ['clinicId'],
  onePer: 'clinicId',
  afterSeconds: 5,
  retries: 10,
  retryDelaySeconds: 2,
  longestSeconds: 300,
}

/** Messages of a clinic are due. */
export const sendMessages: JobContract<'clinicId'> = {
  queue: 'send-messages',
  ids: ['clinicId'],
  onePer: 'clinicId',
  everySeconds: 5,
  retries: 10,
  retryDelaySeconds: 5,
  longestSeconds: 300,
}

/** Calendars of a clinic's therapists that are kept elsewhere are to be read again. */
export const readCalendars: JobContract<'clinicId'> = {
  queue: 'read-calendars',
  ids: ['clinicId'],
  onePer: 'clinicId',
  everySeconds: 60,
  retries: 5,
  retryDelaySeconds: 60,
  longestSeconds: 300,
}

/** The time is over in which somebody in line could take a place that was offered. */
export const expirePlaceOffer: JobContract<'clinicId' | 'registrationId'> = {
  queue: 'expire-place-offer',
  ids: ['clinicId', 'registrationId'],
  retries: 5,
  retryDelaySeconds: 2,
  longestSeconds: 30,
}

/** Time became free, or what was offered was not taken: whoever waits for it is to be offered it. */
export const fillSlots: JobContract<'clinicId'> = {
  queue: 'fill-slots',
  ids: ['clinicId'],
  onePer: 'clinicId',
  everySeconds: 1,
  retries: 10,
  retryDelaySeconds: 1,
  longestSeconds: 60,
}

/** Every kind of job there is. */
export const contracts: readonly JobContract[] = [
  expireHold,
  extendSeries,
  extendEvents,
  tidyClinic,
  planMessages,
  sendMessages,
  readCalendars,
  expirePlaceOffer,
  fillSlots,
]

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ids of a job's payload, asked for on both sides of the queue; throws when they are not what the contract says. */
export function idsOf<Id extends string>({ queue, ids }: JobContract<Id>, payload: unknown): JobIds<Id> {
  const entries = typeof payload === 'object' && payload !== null ? Object.entries(payload) : []
  const isRight =
    entries.length === ids.length && ids.every((id) => entries.some(([name, it]) => name === id && isId(it)))
  if (!isRight) throw new Error(`that is no payload of ${queue}: it must be ${ids.join(', ')}`)
  return Object.fromEntries(entries) as JobIds<Id>
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value)
}
