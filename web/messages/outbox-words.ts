import type { MessageChannel, MessageRoutesQuery } from '../generated/graphql.ts'

const names: Readonly<Record<MessageChannel, string>> = {
  EMAIL: 'e-mail',
  SMS: 'SMS',
  VOICE: 'voice calls',
  PORTAL: 'the portal',
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** What stays here instead of reaching anybody; undefined when nothing does. */
export function outboxWords(routes: MessageRoutesQuery['messageRoutes']): string | undefined {
  const outward = routes.filter(({ provider }) => provider !== 'PORTAL')
  const kept = outward.filter(({ provider }) => provider === 'OUTBOX').map(({ channel }) => names[channel])
  if (kept.length === 0) return undefined
  const reach = 'Open one to see it as its reader would.'
  if (kept.length === outward.length) return `Messages stay here: no provider is set up. ${reach}`
  return `No provider is set up for ${list.format(kept)}: these messages stay here. ${reach}`
}
