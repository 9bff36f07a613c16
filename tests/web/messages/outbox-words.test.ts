import { describe, expect, it } from 'vitest'
import type { MessageRoutesQuery } from '../../../web/generated/graphql.ts'
import { outboxWords } from '../../../web/messages/outbox-words.ts'

type Routes = MessageRoutesQuery['messageRoutes']

const routes = (phone: 'TWILIO' | 'OUTBOX', mail: 'POSTMARK' | 'OUTBOX'): Routes => [
  { channel: 'EMAIL', provider: mail },
  { channel: 'SMS', provider: phone },
  { channel: 'VOICE', provider: phone },
  { channel: 'PORTAL', provider: 'PORTAL' },
]

describe('the banner over the messages', () => {
  it('says that all of them stay here without any provider', () => {
    expect(outboxWords(routes('OUTBOX', 'OUTBOX'))).toMatch(/^Messages stay here: no provider is set up\./)
  })

  it('names those that stay where one provider is set up', () => {
    expect(outboxWords(routes('OUTBOX', 'POSTMARK'))).toMatch(/^No provider is set up for SMS and voice calls/)
    expect(outboxWords(routes('TWILIO', 'OUTBOX'))).toMatch(/^No provider is set up for e-mail/)
  })

  it('is not there when everything leaves', () => {
    expect(outboxWords(routes('TWILIO', 'POSTMARK'))).toBeUndefined()
  })
})
