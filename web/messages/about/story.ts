import type { StoryMessageFragment, TalkedAboutFragment } from '../../generated/graphql.ts'

export type ReceivedReply = TalkedAboutFragment['replies'][number]

export type StoryEntry =
  | { readonly id: string; readonly at: string; readonly message: StoryMessageFragment }
  | { readonly id: string; readonly at: string; readonly reply: ReceivedReply }

/** What went out about an appointment and what came back. */
export interface Story {
  /** What is still to leave, the next first. */
  readonly ahead: readonly StoryEntry[]
  /** What left, failed or came in, the latest first. */
  readonly past: readonly StoryEntry[]
  /** What was planned and is no longer needed, the latest first. */
  readonly dropped: readonly StoryEntry[]
}

export function storyOf({ messages, replies }: Pick<TalkedAboutFragment, 'messages' | 'replies'>): Story {
  const told = messages.map((message) => ({ id: message.id, at: timeOf(message), message })).toSorted(byTime)
  const isAhead = ({ message }: { message: StoryMessageFragment }) => isToLeave(message)
  const isDropped = ({ message }: { message: StoryMessageFragment }) => message.status === 'CANCELLED'
  const received = replies.map((reply) => ({ id: reply.id, at: reply.receivedAt, reply }))
  const happened = told.filter((each) => !isAhead(each) && !isDropped(each))
  return {
    ahead: told.filter(isAhead),
    past: [...happened, ...received].toSorted(byTime).toReversed(),
    dropped: told.filter(isDropped).toReversed(),
  }
}

export function isToLeave({ status }: StoryMessageFragment): boolean {
  return status === 'SCHEDULED' || status === 'SENDING'
}

function timeOf(message: StoryMessageFragment): string {
  return isToLeave(message) ? message.dueAt : (message.sentAt ?? message.endedAt ?? message.dueAt)
}

function byTime(a: StoryEntry, b: StoryEntry): number {
  return Date.parse(a.at) - Date.parse(b.at)
}
