import { expect, test } from 'vitest'
import { routesOf } from '../../../jobs/channels/channels.ts'
import { ask, makeApiKey, startApp } from '../../support/app.ts'
import { testDatabase } from '../../support/postgres.ts'
import { makeClinic } from '../../support/world.ts'

const twilio = { accountSid: 'AC1', authToken: 'secret', from: '+12025550100', apiUrl: undefined, publicUrl: undefined }

test.each([
  [undefined, { EMAIL: 'OUTBOX', SMS: 'OUTBOX', VOICE: 'OUTBOX', PORTAL: 'PORTAL' }],
  [routesOf({ postmark: undefined, twilio }), { EMAIL: 'OUTBOX', SMS: 'TWILIO', VOICE: 'TWILIO', PORTAL: 'PORTAL' }],
])(
  'messages of each channel go to the provider there are credentials for, else to the outbox',
  async (routes, told) => {
    const database = await testDatabase()
    const app = await startApp(database, { routes })
    const clinic = await makeClinic(database.db)
    const key = await makeApiKey(database.db, clinic.id)
    const { data } = await ask<{ messageRoutes: { channel: string; provider: string }[] }>(
      app,
      key,
      '{ messageRoutes { channel provider } }',
    )
    expect(Object.fromEntries(data.messageRoutes.map((each) => [each.channel, each.provider]))).toEqual(told)
    await app.close()
    await database.close()
  },
)
