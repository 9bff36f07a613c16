import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSocket, startApp, subscribe, type TestApp } from '../support/app.ts'
import { killNow } from '../support/daybook.ts'
import { type DaybookProgram, startDaybookProgram } from '../support/daybook-program.ts'
import { makeHolder } from '../support/holder.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

// Monday 2 March 2026, 08:00 in New York: long past, so that what ends then is due at once.
const morning = Date.parse('2026-03-02T13:00:00Z')
const CHANGED = `subscription { calendarChanged(from: "2026-03-03T05:00:00Z", to: "2026-03-04T05:00:00Z", after: "0") {
  removedId } }`

let database: TestDatabase
let app: TestApp
const programs: DaybookProgram[] = []
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => morning })
})
afterAll(async () => {
  await Promise.all(programs.map((each) => each.stop()))
  await app.close()
  await database.close()
})

async function startWorker(): Promise<DaybookProgram> {
  const program = await startDaybookProgram({ DATABASE_URL: database.ownerUrl }, '--role', 'jobs')
  programs.push(program)
  return program
}

/** Holds a slot whose time is over already, and says when it has left the screen. */
async function holdUntilGone(): Promise<{ gone: Promise<void>; [Symbol.asyncDispose](): Promise<void> }> {
  const holder = await makeHolder(app, database)
  const socket = openSocket(app, holder.key)
  const heard = subscribe<{ calendarChanged: { removedId: string | null } }>(socket, CHANGED, {})
  const { hold } = await holder.send('holdSlot', holder.usual)
  const untilGone = async () => {
    for await (const { calendarChanged } of heard) if (calendarChanged.removedId === hold.id) return
    throw new Error('the subscription ended')
  }
  return { gone: untilGone(), [Symbol.asyncDispose]: async () => socket.dispose() }
}

describe('a process that does jobs alone', () => {
  let worker: DaybookProgram
  beforeAll(async () => {
    worker = await startWorker()
  })

  it('is watched as any other, and answers nothing else', async () => {
    const [url] = /http:[\w.:/]+/.exec(worker.begun)!
    const answers = await Promise.all(['livez', 'readyz', 'metrics', 'graphql'].map((path) => fetch(`${url}/${path}`)))
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 404])
    const metrics = await answers[2]!.text()
    for (const name of ['daybook_message_tries_total', 'daybook_clinics_with_late_messages', 'daybook_process_cpu'])
      expect(metrics).toContain(name)
  })

  it('ends holds made by another process, whose screens hear of it, and ends in order', async () => {
    await using held = await holdUntilGone()
    await held.gone
    expect(await worker.stop()).toBe(0)
  })

  it('takes over what one left behind that was killed', async () => {
    const killed = await startWorker()
    await killNow(killed.process.pid!)
    await using held = await holdUntilGone()
    await startWorker()
    await held.gone
  })
})

it('says which roles there are', async () => {
  await expect(startDaybookProgram({ DATABASE_URL: database.ownerUrl }, '--role', 'cook')).rejects.toThrow(
    '--role is api, jobs or both, not cook',
  )
})
