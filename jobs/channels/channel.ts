import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageKind } from '../../domain/message.ts'
import type { Cost, Sending } from '../../domain/sending.ts'

/** A message as it leaves the building. What is read aloud is in `text` too. */
export interface Outgoing {
  readonly clinicId: string
  readonly messageId: string
  readonly to: string
  /** By which name it comes, where the provider lets us choose. */
  readonly from?: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly attachments: readonly Attachment[]
  readonly kind: MessageKind
  /** Which voice reads it. */
  readonly language?: string
}

export interface Attachment {
  readonly name: string
  readonly contentType: string
  readonly content: string
}

export type { Sending }

/** What the provider has that may be the message in question. */
export interface Found {
  readonly providerId: string
  readonly cost?: Cost
}

/** A way out of the building. */
export interface Channel {
  readonly provider: 'postmark' | 'twilio' | 'outbox' | 'portal'
  /** Never throws for what the provider or the network does: it tells. */
  send(message: Outgoing): Promise<Sending>
  /**
   * Asks the provider for what it has taken since then that cannot be told from this message, the oldest first. Throws
   * when it does not answer.
   */
  find(message: Outgoing, since: Instant): Promise<readonly Found[]>
}

/** The way out for each kind of reading. */
export type Channels = Readonly<Record<MessageChannel, Channel>>

/** A provider answers within that time, or nobody knows what it did. */
export const LONGEST_CALL = 10_000
