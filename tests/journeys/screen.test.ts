import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Chance, chanceOfTest } from '../support/chance.ts'
import { untilReady } from '../support/daybook.ts'
import { embeddedDatabase } from '../support/embedded-database.ts'
import { expectEveryScreenTrue, type Floor, openFloor, type Programs, startPrograms } from '../support/floor.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { Wire } from '../support/wire.ts'
import { wrongsIn } from '../support/wrongs.ts'

/** At least so many, and on until each deed was done once. */
const ACTS = 200
const MOST_ACTS = 3 * ACTS
const PATIENCE = { timeout: 120_000 }
const DEEDS = [
  ...['bookAppointment', 'moveAppointment', 'swapAppointments', 'setAppointmentStatus', 'cancelAppointment'],
  ...['holdSlot', 'extendHold', 'releaseHold', 'confirmHold'],
  ...['moveSession', 'cancelSession', 'restoreSession'],
]

beforeAll(() => void vi.stubGlobal('WebSocket', Wire))
afterAll(() => void vi.unstubAllGlobals())

/** What goes wrong at which act. */
type Troubles = Readonly<Record<number, () => Promise<void>>>

/** Lets every hand act in turn with the others; after each act something may go wrong with a socket. */
async function playOut(floor: Floor, chance: Chance, troubles: Troubles): Promise<void> {
  let acts = 0
  const goesOn = () => acts < ACTS || (acts < MOST_ACTS && deedsOf(floor).size < DEEDS.length)
  const play = async (hand: Floor['hands'][number]) => {
    while (goesOn()) {
      await troubles[++acts]?.()
      await hand.act()
      if (chance.happens(0.3)) goWrong(floor, chance)
    }
  }
  await Promise.all(floor.hands.map(play))
}

/** What has succeeded, by whomever. */
function deedsOf({ hands }: Floor): ReadonlySet<string> {
  return new Set(hands.flatMap((hand) => Object.keys(hand.done)))
}

function goWrong({ screens }: Floor, chance: Chance): void {
  const screen = chance.pick(screens)
  const trouble = chance.pick(['cut', 'die', 'notice'] as const)
  screen[trouble]()
}

/** Everything from the first act to the comparison at the end. */
async function playOn(
  database: TestDatabase,
  troublesOf: (floor: Floor, programs: Programs) => Troubles,
): Promise<void> {
  await using opened = new AsyncDisposableStack()
  opened.defer(() => database.close())
  const chance = chanceOfTest()
  const programs = await startPrograms(database, chance)
  opened.defer(() => programs.close())
  const floor = await openFloor(database, programs, chance)
  opened.defer(() => floor.close())
  await playOut(floor, chance, troublesOf(floor, programs))
  await expectEveryScreenTrue(floor, programs)
  expect(await wrongsIn(database, floor.clinic.id)).toEqual([])
  expect(deedsOf(floor)).toEqual(new Set(DEEDS))
}

it('shows every screen the book as it is, whatever becomes of sockets, listeners and programs', PATIENCE, async () => {
  await playOn(await testDatabase({ max: 30 }), (floor, programs) => ({
    30: programs.killListeners,
    60: floor.rename,
    80: () => programs.replace(0),
    120: programs.killListeners,
    150: floor.rename,
    170: () => programs.replace(1),
    190: programs.killListeners,
  }))
})

it('shows every screen the book as it is after PostgreSQL was killed and came back', PATIENCE, async () => {
  const database = await embeddedDatabase()
  const crash = async (programs: Programs) => {
    const killed = database.kill()
    const [first] = programs.apps
    programs.downUntil(killed.then(() => untilReady(first!)))
    await killed
  }
  await playOn(database, (floor, programs) => ({
    60: () => crash(programs),
    110: floor.rename,
    140: () => programs.replace(0),
    170: () => crash(programs),
  }))
})
