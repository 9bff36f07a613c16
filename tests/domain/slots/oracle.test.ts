import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideBooking } from '../../../domain/booking.ts'
import { findSlots } from '../../../domain/slots.ts'
import { testSeed } from '../../support/env.ts'
import { type SlotCase, slotCases } from '../../support/slot-cases.ts'
import { slotsByTheMinute } from '../../support/slot-oracle.ts'

const runs = (numRuns: number) => ({ numRuns, ...(testSeed === undefined ? {} : { seed: testSeed }) })

describe('the slots found', () => {
  it('are those that somebody finds who looks at every minute on its own, in the same order', () => {
    fc.assert(
      fc.property(slotCases, ({ request, facts, now }) => {
        expect(findSlots(request, facts, now).slots).toEqual(slotsByTheMinute(request, facts, now))
      }),
      runs(100),
    )
  })

  it('are all accepted by a booking with nothing overridden', () => {
    fc.assert(
      fc.property(slotCases, (given) => {
        const request = { ...given.request, first: Infinity }
        const { slots } = findSlots(request, given.facts, given.now)
        for (const slot of slots) expect(accepts(given, slot)).toBe(true)
      }),
      runs(500),
    )
  })

  it('say why when there are none', () => {
    fc.assert(
      fc.property(slotCases, ({ request, facts, now }) => {
        const { slots, reasons } = findSlots(request, facts, now)
        if (slots.length === 0 && facts.therapists.length > 0) expect(reasons).not.toEqual([])
        for (const reason of reasons) expect(reason.message).not.toMatch(/undefined|NaN|Invalid/)
      }),
      runs(500),
    )
  })
})

function accepts({ request, facts, now }: SlotCase, slot: ReturnType<typeof findSlots>['slots'][number]): boolean {
  const client = facts.client ?? { name: 'Maya', active: true, busy: [] }
  const therapist = facts.therapists.find((each) => each.id === slot.therapistId)!
  const room = facts.rooms.find((each) => each.id === slot.roomId)
  const asked = { ...request, ...slot, override: new Set<never>() }
  return decideBooking(asked, { ...facts, client, therapist, room }, now).accepted
}
