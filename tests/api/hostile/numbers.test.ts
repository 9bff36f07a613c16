import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesOf, replaced } from './inputs.ts'
import { openWorld, type World } from './world.ts'

let world: World
/** What the clinic has before anything is asked, and still has as long as everything is refused. */
let state: string

beforeAll(async () => {
  world = await openWorld()
  state = await world.state()
})
afterAll(() => world.close())

const LARGEST = 2_147_483_647

const noNumbers: readonly unknown[] = [LARGEST + 1, -LARGEST - 2, 1e300, 0.5, '1', [1, 2], {}, true]

test.each(placesOf('Int'))(
  '%s refuses what is no 32-bit number as %s, and nothing is written',
  async (mutation, _, path) => {
    const { query, input } = world.filled(mutation)
    const outcomes = await world.outcomesOf(
      query,
      noNumbers.map((number) => replaced(input, path, number)),
    )
    for (const [at, number] of noNumbers.entries()) {
      const { outcome, cause } = outcomes[at]!
      expect([number, outcome]).toEqual([number, 'BAD_USER_INPUT'])
      expect(cause).toContain(`input.${path[0]}`)
    }
    expect(await world.state()).toBe(state)
  },
)

/** Every answer but that something went wrong inside. */
const told = expect.not.stringMatching(/^INTERNAL$/)

test.each(placesOf('Int'))('%s takes or refuses any number as %s', async (mutation, _, path) => {
  const { query, input } = world.filled(mutation)
  for (const number of [LARGEST, -LARGEST - 1, -1, 0]) {
    const { outcome } = await world.outcomeOf(query, replaced(input, path, number))
    expect([number, outcome]).toEqual([number, told])
  }
})

test.each(placesOf('DateTime'))(
  '%s takes or refuses the first and the last instant as %s',
  async (mutation, _, path) => {
    const { query, input } = world.filled(mutation)
    for (const instant of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
      const { outcome } = await world.outcomeOf(query, replaced(input, path, instant))
      expect([instant, outcome]).toEqual([instant, told])
    }
  },
)

test.each(placesOf('[]'))('%s takes or refuses a list of 5,000 as %s', async (mutation, _, path) => {
  const { query, input } = world.filled(mutation)
  const [first] = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], input) as unknown[]
  const { outcome } = await world.outcomeOf(query, replaced(input, path, Array(5_000).fill(first)))
  expect(outcome).toEqual(told)
})

test.each(placesOf('LocalTime'))('%s takes or refuses any minute of the day as %s', async (mutation, _, path) => {
  const { query, input } = world.filled(mutation)
  for (const time of ['00:00', '24:00', '23:59', '24:01', '9:00', '09:00:30', '09:00:00.000', '25:00', '-01:00']) {
    const { outcome } = await world.outcomeOf(query, replaced(input, path, time))
    expect([time, outcome]).toEqual([time, told])
  }
})
