import { type Errors, type Message, ServerClient } from 'postmark'
import { type Channel, LONGEST_CALL, type Outgoing, type Sending } from './channel.ts'
import { type Exchange, judgeFailure, noteAnswer, noteBreak, watching } from './exchange.ts'

export interface PostmarkSettings {
  readonly serverToken: string
  /** A confirmed sender signature of the account. */
  readonly from: string
  readonly apiUrl: string | undefined
}

/** E-mail by Postmark. */
export function openPostmark({ serverToken, from, apiUrl }: PostmarkSettings, longestCall = LONGEST_CALL): Channel {
  const { protocol, host } = new URL(apiUrl ?? 'https://api.postmarkapp.com')
  const client = new ServerClient(serverToken, {
    useHttps: protocol === 'https:',
    requestHost: host,
    fetch: (input, init) => noted(fetch(input, { ...init, signal: AbortSignal.timeout(longestCall) })),
  })
  return {
    provider: 'postmark',
    async send(message) {
      const exchange: Exchange = {}
      try {
        const { MessageID } = await watching(exchange, () => client.sendEmail(wireMessage(message, from)))
        return { outcome: 'sent', providerId: MessageID }
      } catch (error) {
        return judge(exchange, error)
      }
    },
    async find({ messageId }) {
      const { Messages } = await client.getOutboundMessages({ count: 10, offset: 0, metadata_message: messageId })
      return Messages.filter((each) => each.Metadata.message === messageId).map((each) => ({
        providerId: each.MessageID,
      }))
    },
  }
}

async function noted(request: Promise<Response>): Promise<Response> {
  try {
    const response = await request
    noteAnswer(response.status, response.headers.get('retry-after'))
    return response
  } catch (error) {
    noteBreak(error)
    throw error
  }
}

function wireMessage(message: Outgoing, from: string): Message {
  const { clinicId, messageId, to, subject, text, html, attachments, kind } = message
  return {
    From: message.from ? `${quoted(message.from)} <${from}>` : from,
    To: to,
    Subject: subject ?? '',
    TextBody: text,
    HtmlBody: html,
    Tag: kind,
    MessageStream: 'outbound',
    Metadata: { clinic: clinicId, message: messageId },
    Attachments: attachments.map(({ name, contentType, content }) => ({
      Name: name,
      ContentType: contentType,
      Content: Buffer.from(content).toString('base64'),
      ContentID: null,
    })),
  }
}

/** A display name as RFC 5322 has it, on one line. */
function quoted(name: string): string {
  return `"${name.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`
}

function judge(exchange: Exchange, error: unknown): Sending {
  if (!(error instanceof Error)) throw error
  const { code } = error as Partial<Errors.PostmarkError>
  return judgeFailure(exchange, { code: code ? String(code) : undefined, message: error.message }, isPermanent)
}

/**
 * What is wrong with the account (a token, a signature that is not confirmed, credit that is used up) passes once somebody
 * has seen to it; what is wrong with the message or its address does not.
 */
function isPermanent(status: number, code: string | undefined): boolean {
  return status === 413 || (status === 422 && !PASSING.has(code ?? ''))
}

/** Sender signature not found or not confirmed, no credit, approval pending, account restricted, too many requests. */
const PASSING: ReadonlySet<string> = new Set(['400', '401', '405', '412', '413', '429'])
