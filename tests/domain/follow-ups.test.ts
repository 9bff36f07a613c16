import { describe, expect, it } from 'vitest'
import { appointment, policyWith, told, wanted } from '../support/plan-desk.ts'

describe('a follow-up', () => {
  const policy = policyWith({ kind: 'follow_up', on: true })
  it('comes after those who were there, within the hours', () => {
    const seen = appointment('2026-03-12 10:00', { status: 'fulfilled', told: told('2026-03-12 10:00') })
    expect(wanted(seen, '2026-03-12 11:00', { policy })).toEqual(['follow_up email Fri 2026-03-13 10:50'])
    const missed = { ...seen, status: 'noshow' as const }
    expect(wanted(missed, '2026-03-12 11:00', { policy })).toEqual([])
    const evening = appointment('2026-03-12 19:30', { status: 'arrived' })
    expect(wanted(evening, '2026-03-12 19:40', { policy })).toEqual(['follow_up email Sat 2026-03-14 08:00'])
  })

  it('comes no more when days have passed', () => {
    const seen = appointment('2026-03-02 10:00', { status: 'fulfilled' })
    expect(wanted(seen, '2026-03-12 11:00', { policy })).toEqual([])
  })
})
