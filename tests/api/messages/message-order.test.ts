import { expect, test } from 'vitest'
import { ask, makeApiKey, startApp } from '../../support/app.ts'
import { makeDueMessages } from '../../support/due-messages.ts'
import { testDatabase } from '../../support/postgres.ts'
import { makeClinic } from '../../support/world.ts'

const MINUTE = 60_000
const NOON = Date.parse('2026-03-03T17:00:00Z')
const LIST = `query ($order: MessageOrder, $after: String) { messages(first: 2, order: $order, after: $after) {
  nodes { dueAt } pageInfo { endCursor hasNextPage } } }`

interface Listed {
  readonly messages: {
    readonly nodes: { dueAt: string }[]
    readonly pageInfo: { endCursor: string; hasNextPage: boolean }
  }
}

test('messages are read page by page, the latest due first or the soonest', async () => {
  const database = await testDatabase()
  const app = await startApp(database)
  const clinic = await makeClinic(database.db)
  const key = await makeApiKey(database.db, clinic.id)
  for (const minute of [1, 2, 3])
    await makeDueMessages(database.db, clinic.id, { count: 1, dueAt: NOON + minute * MINUTE })
  const minutesOf = async (order: string | null) => {
    const minutes: number[] = []
    let after: string | null = null
    do {
      const answer: Listed = (await ask<Listed>(app, key, LIST, { order, after })).data
      const { nodes, pageInfo }: Listed['messages'] = answer.messages
      minutes.push(...nodes.map((each) => (Date.parse(each.dueAt) - NOON) / MINUTE))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
    return minutes
  }
  expect(await minutesOf(null)).toEqual([3, 2, 1])
  expect(await minutesOf('LATEST_FIRST')).toEqual([3, 2, 1])
  expect(await minutesOf('SOONEST_FIRST')).toEqual([1, 2, 3])
  await app.close()
  await database.close()
})
