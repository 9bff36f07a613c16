import { describe, expect, it } from 'vitest'
import { asksForProof, mayAskToWait, mayWait } from '../../domain/booking-limits.ts'

const nothing = { byBooker: 0, waiting: 0, othersThisHour: 0, othersToday: 0 }

describe('booking from outside without proof of an address', () => {
  it.each([
    ['five with the same address or number', { byBooker: 5 }, { byBooker: 4 }],
    ['five others from the same network within an hour', { othersThisHour: 5 }, { othersThisHour: 4 }],
    ['twenty others from the same network within a day', { othersToday: 20 }, { othersToday: 19 }],
  ])('ends after %s', (_, asked, free) => {
    expect(asksForProof({ ...nothing, ...asked })).toBe(true)
    expect(asksForProof({ ...nothing, ...free })).toBe(false)
  })

  it('lets two slots wait for an address, and ten mails a day go there', () => {
    expect(mayWait({ ...nothing, waiting: 1, byBooker: 9 })).toBe(true)
    expect(mayWait({ ...nothing, waiting: 2 })).toBe(false)
    expect(mayWait({ ...nothing, byBooker: 10 })).toBe(false)
  })

  it('has who asks to wait written to as often, unless her network has had many others written to', () => {
    expect(mayAskToWait({ byBooker: 9, waiting: 1, othersThisHour: 4, othersToday: 19 })).toBe(true)
    expect(mayAskToWait({ ...nothing, waiting: 2 })).toBe(false)
    expect(mayAskToWait({ ...nothing, othersThisHour: 5 })).toBe(false)
    expect(mayAskToWait({ ...nothing, othersToday: 20 })).toBe(false)
  })
})
