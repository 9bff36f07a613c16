import { expect, it } from 'vitest'
import type { SystemContext } from '../../../actions/context.ts'
import { sendMessagesTask } from '../../../jobs/tasks/send-messages.ts'

const ONE = { clinicId: '01900000-0000-7000-8000-000000000001' }
const context = {} as SystemContext

it('a clinic whose provider does not answer keeps no other waiting, and what fails later is told', async () => {
  const turn = Promise.withResolvers<void>()
  const lost = Promise.withResolvers<unknown>()
  const { run } = sendMessagesTask({ drain: () => turn.promise }, lost.resolve)
  await run(context, ONE)
  turn.reject(new Error('the line is dead'))
  expect(await lost.promise).toEqual(new Error('the line is dead'))
})

it('a turn that fails at once fails its job, and no more than a hundred go on by themselves', async () => {
  const lost: unknown[] = []
  const failing = sendMessagesTask({ drain: () => Promise.reject(new Error('no database')) }, (each) => lost.push(each))
  await expect(failing.run(context, ONE)).rejects.toThrow('no database')
  expect(lost).toEqual([])
  const turn = Promise.withResolvers<void>()
  const { run } = sendMessagesTask({ drain: () => turn.promise }, (each) => lost.push(each))
  await Promise.all(Array.from({ length: 100 }, () => run(context, ONE)))
  const order: string[] = []
  const next = run(context, ONE).then(() => order.push('the next'))
  // Begun after it, and left to itself: by then it would have been, too.
  await sendMessagesTask({ drain: () => turn.promise }, (each) => lost.push(each)).run(context, ONE)
  expect(order).toEqual([])
  turn.resolve()
  await next
})
