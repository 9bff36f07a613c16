import type { ReplyIntent } from '../../generated/graphql.ts'

/** As what a reply was understood. */
export const intentWords: Readonly<Record<ReplyIntent, string>> = {
  CONFIRM: 'Confirms',
  CANCEL: 'Cancels',
  LATE: 'Will be late',
  MOVE: 'Wants another time',
  CHOICE: 'Chose what was offered',
  STOP: 'Wants no more texts',
  START: 'Wants texts again',
  HELP: 'Asked for help',
  THANKS: 'Thanks',
  UNRECOGNISED: 'Not understood',
}
