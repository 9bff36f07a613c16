import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE, overlaps } from '../../../domain/interval.ts'
import { dayInterval, wallClock } from '../../../domain/zone.ts'
import { scrollSpeed } from '../../../web/calendar/drag/edges.ts'
import { makeClock } from '../../../web/calendar/layout/clock.ts'
import { columnOf, dayColumns } from '../../../web/calendar/layout/columns.ts'
import { ceilToStep, floorToStep, nextStep, spanOf } from '../../../web/calendar/layout/geometry.ts'
import { hit } from '../../../web/calendar/layout/hit.ts'
import { describeLoad, loadOf, openBesideLeave } from '../../../web/calendar/layout/load.ts'
import { pack } from '../../../web/calendar/layout/pack.ts'
import { isShutAllDay, shadeOf } from '../../../web/calendar/layout/shade.ts'
import { ticksOf } from '../../../web/calendar/layout/ticks.ts'
import { at, chen, date, okafor, step, zone } from './book-samples.ts'

const clock = makeClock(zone, 'en-US')
const day = dayInterval(date, zone)

function minutes(start: number, end: number) {
  return { start: start * MINUTE, end: end * MINUTE }
}

describe('lanes', () => {
  it('give what stands alone the whole width', () => {
    expect(pack([minutes(0, 30), minutes(30, 60)], 0)).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ])
  })

  it('set side by side what overlaps, and use a lane again when it is free', () => {
    expect(pack([minutes(0, 60), minutes(0, 30), minutes(30, 60), minutes(60, 90)], 0)).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ])
  })

  it('keep apart what is too short to be drawn in its own length', () => {
    expect(pack([minutes(0, 5), minutes(5, 10)], 15 * MINUTE).map((each) => each.lane)).toEqual([0, 1])
  })

  it('never let two that overlap share a lane', () => {
    const lengths = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 5, max: 120 }))
    fc.assert(
      fc.property(fc.array(lengths), (pairs) => {
        const sorted = pairs.map(([start, length]) => minutes(start, start + length)).sort((a, b) => a.start - b.start)
        const lanes = pack(sorted, 0)
        sorted.forEach((a, i) => {
          sorted.slice(i + 1).forEach((b, j) => {
            if (overlaps(a, b)) expect(lanes[i]!.lane).not.toBe(lanes[i + 1 + j]!.lane)
          })
          expect(lanes[i]!.lane).toBeLessThan(lanes[i]!.lanes)
        })
      }),
    )
  })
})

describe('a day', () => {
  it.each([
    ['2027-03-14', 23, '3 AM'],
    ['2027-03-15', 24, '2 AM'],
    ['2027-11-07', 25, '1 AM'],
  ])('%s has %i hours, and the label two hours down is %s', (name, hours, label) => {
    const ticks = ticksOf(dayInterval(name, zone), zone, clock)
    expect(ticks).toHaveLength(hours)
    expect(ticks[2]).toEqual({ top: 120, label })
  })

  it('is written in the hours of the locale', () => {
    expect(ticksOf(day, zone, makeClock(zone, 'de-DE'))[14]?.label).toBe('14:00')
    expect(clock.short(at('14:30'))).toBe('2:30')
  })

  it('shows the part of an interval that falls on it', () => {
    expect(spanOf({ start: day.start - 30 * MINUTE, end: day.start + 20 * MINUTE }, day)).toEqual({
      top: 0,
      minutes: 20,
    })
    expect(spanOf({ start: day.end, end: day.end + MINUTE }, day)).toBeUndefined()
  })

  it('finds the column of a resource by the instant', () => {
    const columns = dayColumns([chen, okafor], [date, '2027-03-04'], zone)
    expect(columns.map((each) => each.index)).toEqual([0, 1, 2, 3])
    expect(columnOf(columns, 'okafor', at('23:59'))?.index).toBe(1)
    expect(columnOf(columns, 'okafor', day.end)?.index).toBe(3)
  })
})

describe('steps of the wall clock', () => {
  it('begin at the instant or before it', () => {
    expect(floorToStep(at('09:14'), step)).toBe(at('09:00'))
    expect(floorToStep(at('09:15'), step)).toBe(at('09:15'))
    expect(ceilToStep(at('09:01'), step)).toBe(at('09:15'))
  })

  it('lead from off the step to the nearest line', () => {
    expect(nextStep(at('09:07'), 1, step)).toBe(at('09:15'))
    expect(nextStep(at('09:07'), -1, step)).toBe(at('09:00'))
    expect(nextStep(at('09:00'), -1, step)).toBe(at('08:45'))
  })

  it.each(['America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])('always fall on a line in %s', (name) => {
    const instants = fc.integer({ min: Date.UTC(2027, 0), max: Date.UTC(2027, 11, 31) })
    fc.assert(
      fc.property(instants, (instant) => {
        const begun = floorToStep(instant, { minutes: 15, zone: name })
        expect(wallClock(begun, name).minute % 15).toBe(0)
        expect(begun).toBeLessThanOrEqual(instant)
      }),
    )
  })
})

describe('a point of the window', () => {
  const columns = dayColumns([chen, okafor], [date], zone)
  const measure = { origin: { x: 56, y: 48 }, columnWidth: 120, minuteHeight: 2 }

  it('finds column and instant, scrolled or not', () => {
    const found = hit({ x: 56 + 130, y: 48 + 100 }, { x: 0, y: 500 }, measure, columns)
    expect([found?.column.resource.id, found?.at]).toEqual(['okafor', at('05:00')])
  })

  it('outside the columns finds the nearest of them', () => {
    const found = hit({ x: -900, y: -900 }, { x: 0, y: 0 }, measure, columns)
    expect([found?.column.resource.id, found?.at]).toEqual(['chen', day.start])
    expect(hit({ x: 9e4, y: 9e4 }, { x: 0, y: 0 }, measure, columns)?.at).toBe(day.end - MINUTE)
  })

  it('finds nothing where there are no columns', () => {
    expect(hit({ x: 0, y: 0 }, { x: 0, y: 0 }, measure, [])).toBeUndefined()
  })
})

describe('a column', () => {
  it('is closed where it is neither open nor on leave', () => {
    const open = [{ start: at('09:00'), end: at('17:00') }]
    const leave = { id: 't', version: 1, resourceId: 'chen', start: at('15:00'), end: at('19:00'), reason: 'sick' }
    const shade = shadeOf(day, { open, closures: [], timeOff: [{ ...leave, approved: true }], elsewhere: [] })
    expect(shade.leave).toEqual([{ start: at('15:00'), end: at('19:00'), reason: 'sick' }])
    expect(shade.closed).toEqual([
      { start: day.start, end: at('09:00') },
      { start: at('19:00'), end: day.end },
    ])
  })

  it('shows what of it is taken elsewhere', () => {
    const elsewhere = [{ start: day.start - MINUTE, end: at('08:00') }]
    const shade = shadeOf(day, { open: undefined, closures: [], timeOff: [], elsewhere })
    expect(shade.elsewhere).toEqual([{ start: day.start, end: at('08:00') }])
  })

  it('without hours of its own is never closed', () => {
    expect(shadeOf(day, { open: undefined, closures: [], timeOff: [], elsewhere: [] }).closed).toEqual([])
  })

  it('shows by name when the whole clinic is shut, even where no hours are kept', () => {
    const open = [{ start: at('09:00'), end: at('12:00') }]
    const closures = [{ name: 'Staff meeting', start: at('12:00'), end: at('14:00') }]
    const shade = shadeOf(day, { open, closures, timeOff: [], elsewhere: [] })
    expect(shade.closures).toEqual(closures)
    expect(shade.closed).toEqual([
      { start: day.start, end: at('09:00') },
      { start: at('14:00'), end: day.end },
    ])
    expect(shadeOf(day, { open: undefined, closures, timeOff: [], elsewhere: [] }).closures).toEqual(closures)
    expect(isShutAllDay(day, closures)).toBe(false)
    expect(isShutAllDay(day, [{ name: 'Winter break', start: day.start - MINUTE, end: day.end }])).toBe(true)
  })

  it('says how much of its open time is taken', () => {
    const booked = [
      { start: at('09:00'), end: at('12:00') },
      { start: at('11:00'), end: at('13:00') },
    ]
    const load = loadOf(day, booked, [{ start: at('09:00'), end: at('14:00') }])
    expect(describeLoad(load)).toBe('4 h · 80%')
    expect(describeLoad(loadOf(day, [], []))).toBe('Closed')
    expect(describeLoad(loadOf(day, booked, []))).toBe('4 h')
    const leave = [{ start: at('12:00'), end: day.end }]
    expect(openBesideLeave(day, [{ start: at('09:00'), end: at('14:00') }], leave)).toEqual([
      { start: at('09:00'), end: at('12:00') },
    ])
    expect(openBesideLeave(day, [{ start: at('13:00'), end: day.end + MINUTE }], leave)).toEqual([])
  })
})

it('scrolls the faster the further out a card is held, and not at all in the middle', () => {
  const box = { left: 0, top: 0, right: 1000, bottom: 800 }
  expect(scrollSpeed({ x: 500, y: 400 }, box)).toEqual({ x: 0, y: 0 })
  expect(scrollSpeed({ x: 10, y: 400 }, box).x).toBeLessThan(0)
  expect(scrollSpeed({ x: 990, y: 790 }, box).y).toBeGreaterThan(0)
  expect(scrollSpeed({ x: 999, y: 0 }, box).x).toBeGreaterThan(scrollSpeed({ x: 970, y: 0 }, box).x)
})
