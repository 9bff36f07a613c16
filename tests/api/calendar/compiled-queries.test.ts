import { buildSchema, parse } from 'graphql'
import { expect, test } from 'vitest'
import type { ApiContext } from '../../../api/context.ts'
import { compileQueries } from '../../../api/graphql/compiled-queries.ts'

const schema = buildSchema(`
  type Query { calendar(of: Int!): Calendar!, other: Int }
  type Mutation { calendar: Calendar! }
  type Calendar { cursor: String! cards: [Card!]! }
  type Card { id: ID! }
`)
Object.assign(schema.getQueryType()!.getFields().calendar!, {
  resolve: (_: unknown, { of }: { of: number }) =>
    of < 0 ? new Error('no such day') : { cursor: String(of), cards: [{ id: 1 }, { id: 2 }] },
})

const asking = (text: string) => {
  const run = compileQueries(schema)
  const document = parse(text)
  return (variables: Record<string, unknown> = {}, operationName?: string) =>
    run({ document, operationName, variables, context: {} as ApiContext })
}
const DAY =
  'query Day($of: Int!, $full: Boolean = true) { calendar(of: $of) { cursor cards @include(if: $full) { id } } }'

test('a query of the calendar that is asked again and again runs compiled, each time for what it is asked', async () => {
  const ask = asking(DAY)
  expect([await ask({ of: 1 }), await ask({ of: 1 }), await ask({ of: 1 })]).toEqual([undefined, undefined, undefined])
  expect(await ask({ of: 1 })).toEqual({ calendar: { cursor: '1', cards: [{ id: '1' }, { id: '2' }] } })
  expect(await ask({ of: 2, full: false })).toEqual({ calendar: { cursor: '2' } })
})

test('what comes to an error is left to be executed step by step', async () => {
  const ask = asking(DAY)
  for (let times = 0; times < 4; times++) await ask({ of: 1 })
  expect(await ask({ of: -1 })).toBeUndefined()
  expect(await ask({ of: 'tomorrow' })).toBeUndefined()
  expect(await ask({ of: 1 })).toBeDefined()
})

test.each([
  ['a query of something small', '{ other }'],
  ['one that asks for something else with it', '{ calendar(of: 1) { cursor } other }'],
  ['one that leaves open what it asks for', '{ ...day } fragment day on Query { calendar(of: 1) { cursor } }'],
  ['a change', 'mutation { calendar { cursor } }'],
])('%s is never compiled', async (_, text) => {
  const ask = asking(text)
  for (let times = 0; times < 6; times++) expect(await ask()).toBeUndefined()
})

test('the operations of one document are told apart', async () => {
  const ask = asking('query One { calendar(of: 1) { cursor } } query Two { calendar(of: 2) { cursor } }')
  for (let times = 0; times < 3; times++) for (const name of ['One', 'Two']) expect(await ask({}, name)).toBeUndefined()
  expect(await ask({}, 'Two')).toEqual({ calendar: { cursor: '2' } })
  expect(await ask({}, 'One')).toEqual({ calendar: { cursor: '1' } })
})
