import { isForTherapist } from '../../domain/reminder-policy.ts'
import type { MessageChannel, MessageKind } from '../generated/graphql.ts'
import { channels, ruledKind } from '../messages/message-words.ts'

const toClients: readonly MessageChannel[] = ['EMAIL', 'SMS', 'VOICE']

/** What the message can be sent on, with what is already chosen: a program may have chosen more than this page offers. */
export function channelsFor(kind: MessageKind, chosen: readonly MessageChannel[]): readonly MessageChannel[] {
  const offered = isForTherapist(ruledKind(kind)) ? ['EMAIL'] : toClients
  return channels.filter((each) => offered.includes(each) || chosen.includes(each))
}
