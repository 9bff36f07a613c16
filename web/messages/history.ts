import type { MessageStatus } from '../generated/graphql.ts'

export interface Happened {
  readonly at: string
  readonly what: string
}

interface Told {
  readonly status: MessageStatus
  readonly dueAt: string
  readonly sentAt: string | null
  readonly deliveredAt: string | null
  readonly endedAt: string | null
  readonly repliedAt: string | null
  readonly attempts: number
  readonly provider: 'OUTBOX' | 'PORTAL' | 'POSTMARK' | 'TWILIO' | null
}

const places = {
  OUTBOX: 'kept here',
  PORTAL: 'put into the portal',
  POSTMARK: 'sent by Postmark',
  TWILIO: 'sent by Twilio',
}
const ends: Partial<Record<MessageStatus, string>> = {
  FAILED: 'Given up',
  BOUNCED: 'Came back',
  CANCELLED: 'No longer needed',
}

/** What became of a message, the earliest first. */
export function historyOf(message: Told): readonly Happened[] {
  const { dueAt, sentAt, deliveredAt, endedAt, repliedAt } = message
  const end = ends[message.status]
  const told = [
    { at: dueAt, what: 'Due' },
    sentAt && { at: sentAt, what: sentWords(message) },
    deliveredAt && { at: deliveredAt, what: 'Delivered' },
    endedAt && end && { at: endedAt, what: endWords(message, end) },
    repliedAt && { at: repliedAt, what: 'Answered' },
  ]
  const happened = told.filter((each) => typeof each === 'object' && each !== null)
  return happened.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function sentWords({ provider, attempts }: Told): string {
  const how = provider ? places[provider] : 'sent'
  const words = how.charAt(0).toUpperCase() + how.slice(1)
  return attempts > 1 ? `${words}, at the ${ordinal(attempts)} try` : words
}

function endWords({ attempts, status }: Told, end: string): string {
  return status === 'FAILED' && attempts > 1 ? `${end} after ${attempts} tries` : end
}

function ordinal(count: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][count - 1] ?? `${count}th`
}
