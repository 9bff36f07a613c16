import { v4 as uuid } from 'uuid'
import { type Double, type Fault, type Request, startDouble, type Wire } from './provider-double.ts'

/** As Postmark's client sends it. */
export interface PostmarkMessage {
  readonly MessageID: string
  readonly From: string
  readonly To: string
  readonly Subject: string
  readonly TextBody?: string
  readonly HtmlBody?: string
  readonly Tag?: string
  readonly MessageStream?: string
  readonly Metadata: Readonly<Record<string, string>>
  readonly Attachments: readonly { Name: string; ContentType: string; Content: string }[]
}

export type PostmarkDouble = Double<PostmarkMessage>

export const POSTMARK_TOKEN = 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb'

/** What Postmark answers, in its own words. */
export const postmarkFaults = {
  inactive: (to: string): Fault =>
    told(
      422,
      406,
      `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${to}. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.`,
    ),
  illegal: (to: string): Fault =>
    told(422, 300, `Error parsing 'To': Illegal email address '${to}'. It must contain the '@' symbol.`),
  unconfirmed: told(422, 401, 'The Sender Signature you are using for the From address has not been confirmed.'),
  noCredit: told(422, 405, 'This server is not allowed to send: the account has no credits left.'),
  tooMany: (retryAfter: string): Fault => ({
    ...told(429, 429, 'Rate limit exceeded.'),
    headers: { 'retry-after': retryAfter },
  }),
  down: told(500, 0, 'Internal server error.'),
  maintenance: told(503, 100, 'The Postmark API is offline for maintenance.'),
} as const

function told(status: number, ErrorCode: number, Message: string) {
  return { status, body: { ErrorCode, Message } }
}

export function startPostmarkDouble(): Promise<PostmarkDouble> {
  return startDouble(wire)
}

const wire: Wire<PostmarkMessage> = {
  refusal({ headers }) {
    if (headers['x-postmark-server-token'] === POSTMARK_TOKEN) return undefined
    return told(401, 10, 'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.')
  },
  messageOf(request) {
    if (request.method !== 'POST' || request.url.pathname !== '/email') return undefined
    const sent = JSON.parse(request.body) as Omit<PostmarkMessage, 'MessageID'>
    return {
      to: sent.To,
      take: () => ({ ...sent, MessageID: uuid() }),
      told: ({ To, MessageID }) => ({
        status: 200,
        body: { To, SubmittedAt: new Date().toISOString(), MessageID, ErrorCode: 0, Message: 'OK' },
      }),
    }
  },
  search: (request, accepted) => searched(request, accepted),
}

function searched({ method, url }: Request, accepted: readonly PostmarkMessage[]) {
  if (method !== 'GET' || url.pathname !== '/messages/outbound') return told(404, 0, 'There is no such resource.')
  const wanted = [...url.searchParams].filter(([name]) => name.startsWith('metadata_'))
  const found = accepted.filter((each) =>
    wanted.every(([name, value]) => each.Metadata[name.slice('metadata_'.length)] === value),
  )
  const Messages = found.map((each) => ({
    MessageID: each.MessageID,
    To: [{ Email: each.To, Name: '' }],
    Recipients: [each.To],
    From: each.From,
    Subject: each.Subject,
    Tag: each.Tag,
    Metadata: each.Metadata,
    Status: 'Sent',
    MessageStream: each.MessageStream,
  }))
  return { status: 200, body: { TotalCount: found.length, Messages } }
}
