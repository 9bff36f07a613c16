import type { PostmarkSettings } from '../jobs/channels/postmark.ts'
import type { TwilioSettings } from '../jobs/channels/twilio-client.ts'

/** The settings of those who take messages out of the building; without them messages stay in the outbox. */
export interface ProviderEnv {
  readonly postmark: PostmarkSettings | undefined
  /** What Postmark's webhooks prove themselves with; unset: they are refused. */
  readonly postmarkWebhook: { readonly user: string; readonly password: string } | undefined
  readonly twilio: TwilioSettings | undefined
}

type Read = (name: string) => string | undefined

export function readProviders(text: Read, publicUrl: string | undefined): ProviderEnv {
  const postmark = together(text, ['POSTMARK_SERVER_TOKEN', 'POSTMARK_FROM'])
  const webhook = together(text, ['POSTMARK_WEBHOOK_USER', 'POSTMARK_WEBHOOK_PASSWORD'])
  const twilio = together(text, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'])
  if (twilio && !twilio[0]!.startsWith('AC')) throw new Error('TWILIO_ACCOUNT_SID begins with AC')
  return {
    postmark: postmark && {
      serverToken: postmark[0]!,
      from: postmark[1]!,
      apiUrl: apiUrlOf('POSTMARK_API_URL', text('POSTMARK_API_URL')),
    },
    postmarkWebhook: webhook && { user: webhook[0]!, password: webhook[1]! },
    twilio: twilio && {
      accountSid: twilio[0]!,
      authToken: twilio[1]!,
      from: twilio[2]!,
      apiUrl: apiUrlOf('TWILIO_API_URL', text('TWILIO_API_URL')),
      publicUrl,
    },
  }
}

/** What will not be heard of messages although they leave, for whoever runs the program. */
export function unheardOf({ postmark, postmarkWebhook, twilio }: ProviderEnv): string[] {
  return [
    ...(postmark && !postmarkWebhook
      ? ['e-mail leaves by Postmark, but POSTMARK_WEBHOOK_USER is not set: nobody hears what arrived and what bounced']
      : []),
    ...(twilio && twilio.publicUrl === undefined
      ? ['texts leave by Twilio, but DAYBOOK_URL is not set: Twilio cannot tell what arrived, nor pass answers on']
      : []),
  ]
}

/** All of them, or none. */
function together(text: Read, names: readonly string[]): readonly string[] | undefined {
  const given = names.map(text)
  const missing = names.filter((_, at) => given[at] === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length > 0) throw new Error(`${names.join(', ')} are set together; missing: ${missing.join(', ')}`)
  return given as string[]
}

function apiUrlOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new Error(`${name} is no http(s) URL: ${text}`)
  return url.origin
}
