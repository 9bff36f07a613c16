import type { Logger } from 'pino'
import type { MessageChannel, MessageKind } from '../../domain/message.ts'
import type { Sending } from '../../domain/sending.ts'
import type { Channel } from '../channels/channel.ts'

/** What came of one try, for whoever runs the program. */
export interface Tried {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly provider: Channel['provider']
  readonly outcome: Sending['outcome']
}

/** A line of the log for what was not taken. Of the provider's words only the code: the others may name whom it was for. */
export function logTry(log: Logger, messageId: string, { channel, provider }: Tried, sending: Sending): void {
  if (sending.outcome === 'sent') return
  const told = { messageId, channel, provider, code: sending.code }
  if (sending.outcome === 'refused') {
    log.warn(told, 'a provider refused a message for good')
  } else {
    const { retryAfterSeconds, unsure } = sending
    log.warn({ ...told, retryAfterSeconds, unsure }, 'a provider did not take a message now')
  }
}
