import type { MessageStatus, Reply } from '../generated/graphql.ts'

export const statusWords: Readonly<Record<MessageStatus, string>> = {
  SCHEDULED: 'Due',
  SENDING: 'Being sent',
  SENT: 'Sent',
  DELIVERED: 'Delivered',
  FAILED: 'Failed',
  BOUNCED: 'Bounced',
  CANCELLED: 'Not needed',
}

export const statuses = Object.keys(statusWords) as readonly MessageStatus[]

export const replyWords: Readonly<Record<Reply, string>> = {
  CONFIRMED: 'Confirmed',
  CANCELLED: 'Cancelled',
  RESCHEDULE_REQUESTED: 'Wants another time',
  UNRECOGNISED: 'Not understood',
}
