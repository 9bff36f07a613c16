import { describe, expect, it } from 'vitest'
import { areSameWeeks, type Block, clashOf, plainTerms } from '../../../web/hours/week/block.ts'
import { draftOf, type Held, idle, nextWeekDrag, type Part } from '../../../web/hours/week/drag.ts'
import { nextEditing, startEditing } from '../../../web/hours/week/edit.ts'
import { spotAt } from '../../../web/hours/week/geometry.ts'
import { actionOfKey, freshSpan, historyOfKey, isWithinWeek } from '../../../web/hours/week/keys.ts'
import { compactHours, hoursInWords, shortHours, spanAloud, termsInWords } from '../../../web/hours/week/words.ts'

const STEP = 15

function minute(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function block(weekday: number, from: string, to: string, more: Partial<Block> = {}): Block {
  return { ...plainTerms, id: `${weekday} ${from}`, weekday, start: minute(from), end: minute(to), ...more }
}

function said({ weekday, start, end }: Pick<Block, 'weekday' | 'start' | 'end'>): string {
  const time = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  return `${weekday} ${time(start)}-${time(end)}`
}

const morning = block(1, '09:00', '12:00')
const point = { x: 0, y: 0 }

describe('a place in the week', () => {
  const measure = { origin: { x: 100, y: 50 }, dayWidth: 100, minuteHeight: 0.5 }
  it.each([
    // pointer, scrolled, found
    [
      { x: 150, y: 50 + 270 },
      { x: 0, y: 0 },
      { weekday: 1, minute: 540 },
    ],
    [
      { x: 650, y: 50 },
      { x: 0, y: 270 },
      { weekday: 6, minute: 540 },
    ],
    [
      { x: 20, y: -400 },
      { x: 0, y: 0 },
      { weekday: 1, minute: 0 },
    ],
    [
      { x: 5000, y: 5000 },
      { x: 0, y: 0 },
      { weekday: 7, minute: 1440 },
    ],
  ])('under %o, scrolled by %o, is %o', (at, scroll, spot) => {
    expect(spotAt(at, scroll, measure)).toEqual(spot)
  })
})

describe('a drag', () => {
  function dragged(held: Block | undefined, part: Part, from: [number, string], to: [number, string]): string {
    const [origin, spot] = [from, to].map(([weekday, time]) => ({ weekday, minute: minute(time) }))
    const pressed = nextWeekDrag(idle, { type: 'press', block: held, part, spot: origin!, point })
    const moved = nextWeekDrag(pressed, { type: 'move', spot: spot!, point: { x: 0, y: 40 } })
    return said(draftOf(moved as Held, STEP))
  }

  it.each<[string, Block | undefined, Part, [number, string], [number, string], string]>([
    ['draws from the step under its start', undefined, 'whole', [2, '09:07'], [2, '11:50'], '2 09:00-12:00'],
    ['draws upwards', undefined, 'whole', [2, '11:50'], [2, '09:07'], '2 09:00-12:00'],
    ['draws on the day where it began', undefined, 'whole', [2, '09:00'], [5, '10:00'], '2 09:00-10:00'],
    ['draws at least a step', undefined, 'whole', [2, '09:01'], [2, '09:02'], '2 09:00-09:15'],
    ['draws up to midnight', undefined, 'whole', [2, '23:50'], [2, '24:00'], '2 23:45-24:00'],
    ['moves and keeps the length', morning, 'whole', [1, '10:00'], [3, '11:08'], '3 10:15-13:15'],
    ['moves no further than midnight', morning, 'whole', [1, '10:00'], [1, '23:00'], '1 21:00-24:00'],
    ['moves no further than Monday', morning, 'whole', [3, '10:00'], [1, '10:00'], '1 09:00-12:00'],
    ['draws the beginning', morning, 'start', [1, '09:00'], [1, '08:20'], '1 08:15-12:00'],
    ['keeps the beginning a step before the end', morning, 'start', [1, '09:00'], [1, '15:00'], '1 11:45-12:00'],
    ['draws the end', morning, 'end', [1, '12:00'], [1, '13:20'], '1 09:00-13:15'],
    ['keeps the end a step after the beginning', morning, 'end', [1, '12:00'], [1, '06:00'], '1 09:00-09:15'],
  ])('%s', (_, held, part, from, to, result) => {
    expect(dragged(held, part, from, to)).toBe(result)
  })

  it('leaves times between the steps alone until it moves them', () => {
    const odd = block(1, '08:50', '12:10')
    expect(dragged(odd, 'whole', [1, '10:00'], [2, '10:00'])).toBe('2 08:50-12:10')
    expect(dragged(odd, 'whole', [1, '10:00'], [1, '10:20'])).toBe('1 09:15-12:35')
  })

  it('is a click while it has travelled less than 4 pixels', () => {
    const spot = { weekday: 1, minute: 600 }
    const pressed = nextWeekDrag(idle, { type: 'press', block: morning, part: 'whole', spot, point })
    expect(nextWeekDrag(pressed, { type: 'move', spot, point: { x: 3, y: 0 } }).state).toBe('pressing')
    expect(nextWeekDrag(pressed, { type: 'move', spot, point: { x: 4, y: 0 } }).state).toBe('dragging')
    expect(nextWeekDrag(pressed, { type: 'hold' }).state).toBe('dragging')
    expect(nextWeekDrag(pressed, { type: 'end' })).toEqual(idle)
  })
})

describe('keys', () => {
  const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
  it.each([
    ['ArrowDown', {}, '1 09:15-12:15'],
    ['ArrowUp', {}, '1 08:45-11:45'],
    ['ArrowRight', {}, '2 09:00-12:00'],
    ['ArrowDown', { shiftKey: true }, '1 09:00-12:15'],
    ['ArrowUp', { altKey: true }, '1 08:45-12:00'],
  ])('%s with %o place the block at %s', (key, held, result) => {
    const action = actionOfKey({ key, ...plain, ...held }, morning, STEP)
    expect(action?.kind === 'place' && said(action.span)).toBe(result)
  })

  it('bring times between the steps to the step', () => {
    const action = actionOfKey({ key: 'ArrowDown', ...plain }, block(1, '08:50', '12:10'), STEP)
    expect(action?.kind === 'place' && said(action.span)).toBe('1 09:00-12:20')
  })

  it('remove, undo and redo', () => {
    expect(actionOfKey({ key: 'Delete', ...plain }, morning, STEP)).toEqual({ kind: 'remove' })
    expect(historyOfKey({ ...plain, key: 'z', ctrlKey: true })).toBe('undo')
    expect(historyOfKey({ ...plain, key: 'Z', metaKey: true, shiftKey: true })).toBe('redo')
    expect(historyOfKey({ ...plain, key: 'z' })).toBeUndefined()
  })

  it.each([
    [{ weekday: 0, start: 60, end: 120 }, false],
    [{ weekday: 8, start: 60, end: 120 }, false],
    [{ weekday: 1, start: -15, end: 60 }, false],
    [{ weekday: 1, start: 1380, end: 1455 }, false],
    [{ weekday: 1, start: 60, end: 60 }, false],
    [{ weekday: 7, start: 0, end: 1440 }, true],
  ])('may place a block at %o: %s', (span, may) => {
    expect(isWithinWeek(span)).toBe(may)
  })
})

describe('hours added to a day', () => {
  it.each<[string, Block[], string | undefined]>([
    ['are office hours where there are none', [], '1 09:00-17:00'],
    ['follow the last after an hour', [morning], '1 13:00-17:00'],
    ['follow late hours until midnight', [block(1, '09:00', '19:00')], '1 20:00-24:00'],
    ['cannot be when it is open until midnight', [block(1, '09:00', '24:00')], undefined],
  ])('%s', (_, blocks, result) => {
    const span = freshSpan(1, blocks, STEP)
    expect(span && said(span)).toBe(result)
  })
})

describe('blocks in the same hours', () => {
  const spring = { effectiveFrom: '2027-01-01', effectiveUntil: '2027-06-30' }
  it.each<[string, Partial<Block>, Partial<Block>, boolean]>([
    ['clash', {}, {}, true],
    ['clash on the last day of the one', spring, { effectiveFrom: '2027-06-30' }, true],
    ['do not clash on different dates', spring, { effectiveFrom: '2027-07-01' }, false],
    ['do not clash before the other begins', spring, { effectiveUntil: '2026-12-31' }, false],
  ])('%s', (_, one, other, clash) => {
    const [a, b] = [block(1, '09:00', '12:00', one), block(1, '11:00', '13:00', { ...other, id: 'b' })]
    expect(clashOf(b, [a, b])).toBe(clash ? a : undefined)
    expect(clashOf(a, [a, b])).toBe(clash ? b : undefined)
  })

  it('that only touch, or stand on other days, do not clash', () => {
    expect(clashOf(block(1, '12:00', '13:00'), [morning])).toBeUndefined()
    expect(clashOf(block(2, '09:00', '12:00'), [morning])).toBeUndefined()
  })
})

describe('editing', () => {
  const start = startEditing([block(2, '13:00', '17:00'), morning])
  let ids = 0
  const newId = () => `new ${ids++}`

  it('keeps blocks in the order of the week', () => {
    expect(start.blocks.map(said)).toEqual(['1 09:00-12:00', '2 13:00-17:00'])
  })

  it('puts, removes, and goes back and forth', () => {
    const moved = nextEditing(start, { type: 'put', block: { ...morning, weekday: 3 } })
    const removed = nextEditing(moved, { type: 'remove', id: '2 13:00' })
    expect(removed.blocks.map(said)).toEqual(['3 09:00-12:00'])
    const back = nextEditing(nextEditing(removed, { type: 'undo' }), { type: 'undo' })
    expect(back.blocks).toEqual(start.blocks)
    expect(nextEditing(back, { type: 'undo' }).blocks).toEqual(start.blocks)
    expect(nextEditing(nextEditing(back, { type: 'redo' }), { type: 'redo' }).blocks).toEqual(removed.blocks)
  })

  it('forgets what was undone once something else is done', () => {
    const undone = nextEditing(nextEditing(start, { type: 'clear', weekday: 1 }), { type: 'undo' })
    const other = nextEditing(undone, { type: 'clear', weekday: 2 })
    expect(nextEditing(other, { type: 'redo' }).blocks).toEqual(other.blocks)
  })

  it('undoes at once what was typed into one form', () => {
    const typed = ['11:00', '11:30', '12:30'].reduce(
      (before, to) => nextEditing(before, { type: 'put', block: { ...morning, end: minute(to) }, session: 'form' }),
      start,
    )
    expect(typed.blocks.map(said)[0]).toBe('1 09:00-12:30')
    expect(nextEditing(typed, { type: 'undo' }).blocks).toEqual(start.blocks)
  })

  it('refuses a block that clashes, and remembers nothing that changed nothing', () => {
    expect(nextEditing(start, { type: 'put', block: block(1, '11:00', '13:00') })).toBe(start)
    expect(nextEditing(start, { type: 'put', block: morning })).toBe(start)
    expect(nextEditing(start, { type: 'clear', weekday: 6 })).toBe(start)
  })

  it('copies a day over others, with its terms, and leaves the rest', () => {
    const terms = { telehealth: true, mostAppointments: 4 }
    const editing = startEditing([
      block(1, '09:00', '12:00', terms),
      block(2, '13:00', '17:00'),
      block(6, '9:00', '10:00'),
    ])
    const copied = nextEditing(editing, { type: 'copy', from: 1, to: [1, 2, 3], newId })
    expect(copied.blocks.map(said)).toEqual(['1 09:00-12:00', '2 09:00-12:00', '3 09:00-12:00', '6 09:00-10:00'])
    expect(copied.blocks[2]).toMatchObject(terms)
    expect(new Set(copied.blocks.map((each) => each.id)).size).toBe(4)
  })

  it('knows the same week whatever its blocks are called', () => {
    const renamed = start.blocks.map((each, index) => ({ ...each, id: `other ${index}` })).reverse()
    expect(areSameWeeks(start.blocks, renamed)).toBe(true)
    expect(areSameWeeks(start.blocks, [{ ...renamed[0]!, telehealth: true }, renamed[1]!])).toBe(false)
  })
})

describe('words', () => {
  it.each([
    ['09:00', '12:30', '9:00 AM – 12:30 PM', '9 AM – 12:30 PM', '9–12:30'],
    ['13:00', '17:30', '1:00 PM – 5:30 PM', '1 – 5:30 PM', '1–5:30'],
    ['08:15', '11:00', '8:15 AM – 11:00 AM', '8:15 – 11 AM', '8:15–11'],
    ['20:00', '24:00', '8:00 PM – midnight', '8 PM – midnight', '8–12'],
  ])('for %s to %s are %s, on a block %s, or in short %s', (from, to, long, compact, short) => {
    const span = block(1, from, to)
    expect([hoursInWords(span), compactHours(span), shortHours(span)]).toEqual([long, compact, short])
  })

  it('say where a block stands and what is particular about it', () => {
    const more = { locationId: 'east', telehealth: true, mostAppointments: 4, effectiveFrom: '2027-01-04' }
    expect(spanAloud(morning)).toBe('Monday, 9:00 AM to 12:00 PM')
    expect(termsInWords({ ...morning, ...more }, () => 'Harbor East')).toEqual([
      'Harbor East',
      'Telehealth',
      'At most 4',
      'From Jan 4, 2027',
    ])
  })
})
