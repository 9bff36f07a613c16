import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../domain/interval.ts'
import { instantOf } from '../../../domain/zone.ts'
import { type Drag, type DragEvent, type Dragging, draftOf, idle, nextDrag } from '../../../web/calendar/drag/drag.ts'
import { type DayColumn, dayColumns } from '../../../web/calendar/layout/columns.ts'
import { at, chen, date, makeCard, okafor, room1, room2, step, zone } from './book-samples.ts'

const [chens, okafors, firstRoom, secondRoom] = dayColumns([chen, okafor, room1, room2], [date], zone) as [
  DayColumn,
  DayColumn,
  DayColumn,
  DayColumn,
]
const card = makeCard('a', '09:00', '09:50', { roomId: 'room-1' })
const origin = { column: chens, at: at('09:20') }
const point = { x: 100, y: 100 }

function run(...events: DragEvent[]): Drag {
  return events.reduce(nextDrag, idle)
}

function press(): DragEvent {
  return { type: 'press', card, part: 'whole', slot: origin, point }
}

function moveTo(column: DayColumn, time: string): DragEvent {
  return { type: 'move', slot: { column, at: at(time) }, point: { x: 400, y: 400 } }
}

function lift(): DragEvent {
  return { type: 'lift', card, part: 'whole', slot: { column: chens, at: card.startsAt } }
}

function draft(...events: DragEvent[]) {
  return draftOf(run(...events) as Dragging, step)
}

describe('a press', () => {
  it('that travels less than four pixels stays a click', () => {
    const near = { type: 'move', slot: origin, point: { x: 102, y: 103 } } as const
    expect(run(press(), near).state).toBe('pressing')
    expect(run(press(), near, { type: 'drop', outcome: 'save' })).toEqual(idle)
  })

  it('that travels four pixels takes the card', () => {
    expect(run(press(), { type: 'move', slot: origin, point: { x: 104, y: 100 } }).state).toBe('dragging')
  })

  it('does nothing while another card is held', () => {
    const held = run(press(), moveTo(chens, '11:00'))
    expect(
      nextDrag(held, { type: 'press', card: makeCard('b', '10:00', '11:00'), part: 'whole', slot: origin, point }),
    ).toBe(held)
  })

  it('may take the next card while the last one is being saved', () => {
    const saving = run(press(), moveTo(chens, '11:00'), { type: 'drop', outcome: 'save' })
    expect(saving).toEqual({ state: 'saving', id: 'a' })
    expect(nextDrag(saving, press()).state).toBe('pressing')
  })
})

describe('the draft', () => {
  it('keeps length, resource and the place where the card was taken hold of', () => {
    expect(draft(press(), moveTo(chens, '11:20'))).toEqual({
      startsAt: at('11:00'),
      endsAt: at('11:50'),
      therapistId: 'chen',
      roomId: 'room-1',
    })
  })

  it('comes from the snapshot, not from the way there', () => {
    const direct = draft(press(), moveTo(okafors, '13:27'))
    const around = ['06:00', '22:00', '10:11', '13:27'].map((time) => moveTo(okafors, time))
    expect(draft(press(), moveTo(firstRoom, '08:00'), ...around)).toEqual(direct)
  })

  it('snaps to the step of the wall clock', () => {
    const offStep = makeCard('a', '09:07', '09:57')
    const held = run(
      { type: 'press', card: offStep, part: 'whole', slot: origin, point },
      moveTo(chens, '10:21'),
    ) as Dragging
    expect(draftOf(held, step).startsAt).toBe(at('10:15'))
  })

  it('changes the therapist alone over a therapist, the room alone over a room', () => {
    const across = draft(press(), moveTo(okafors, '09:20'))
    expect([across.therapistId, across.roomId]).toEqual(['okafor', 'room-1'])
    const elsewhere = draft(press(), moveTo(secondRoom, '09:20'))
    expect([elsewhere.therapistId, elsewhere.roomId]).toEqual(['chen', 'room-2'])
  })

  it('stays within the day', () => {
    expect(draft(press(), moveTo(chens, '00:05')).startsAt).toBe(at('00:00'))
    expect(draft(press(), moveTo(chens, '23:59')).startsAt).toBe(at('23:00'))
  })

  it.each([
    // 02:00 to 03:00 is skipped: an hour below 01:30 the clocks show 03:30.
    ['2027-03-14', '01:30', 60, '03:30'],
    // 01:00 to 02:00 is there twice: two hours below 00:30 the clocks show 01:30 for the second time.
    ['2027-11-07', '00:30', 120, '01:30'],
  ])('goes by the instants of %s, on the step of its clocks', (day, start, minutes, shown) => {
    const column = dayColumns([chen], [day], zone)[0]!
    const startsAt = instantOf(day, start, zone)
    const early = { ...card, startsAt, endsAt: startsAt + 50 * MINUTE }
    const from = { column, at: startsAt }
    const held = { state: 'dragging', by: 'pointer', part: 'whole', card: early, origin: from } as const
    const moved = draftOf({ ...held, slot: { column, at: startsAt + minutes * MINUTE } }, step)
    expect(moved.startsAt).toBe(startsAt + minutes * MINUTE)
    expect(new Date(moved.startsAt).toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' })).toBe(shown)
  })
})

describe('while a card is held', () => {
  const held = [press(), moveTo(chens, '11:20')]

  it('a remote change gives a new snapshot', () => {
    const later = { ...card, version: 2, startsAt: at('09:30'), endsAt: at('10:00') }
    const next = draft(...held, { type: 'changed', card: later })
    expect([next.startsAt, next.endsAt]).toEqual([at('11:30'), at('12:00')])
  })

  it('a remote change of another card does nothing', () => {
    const before = run(...held)
    expect(nextDrag(before, { type: 'changed', card: makeCard('b', '09:00', '10:00') })).toBe(before)
  })

  it('a remote removal ends the drag', () => {
    expect(run(...held, { type: 'removed', id: 'a' })).toEqual(idle)
    expect(run(...held, { type: 'removed', id: 'b' }).state).toBe('dragging')
  })

  it('cancelling drops the draft', () => {
    expect(run(...held, { type: 'cancel' })).toEqual(idle)
  })

  it('a blocked drop ends a pointer drag and leaves a carried card in hand', () => {
    expect(run(...held, { type: 'drop', outcome: 'blocked' })).toEqual(idle)
    expect(run(lift(), { type: 'drop', outcome: 'blocked' }).state).toBe('dragging')
  })
})

describe('a card carried by keys or clicks', () => {
  it('goes where it is aimed, not where the pointer is', () => {
    const aimed = run(lift(), { type: 'aim', slot: { column: okafors, at: at('10:15') } })
    expect(nextDrag(aimed, moveTo(chens, '18:00'))).toBe(aimed)
    expect(draftOf(aimed as Dragging, step)).toMatchObject({ startsAt: at('10:15'), therapistId: 'okafor' })
  })

  it('keeps a start that is off the step until it is moved', () => {
    const offStep = makeCard('a', '09:07', '09:57')
    const lifted = run({
      type: 'lift',
      card: offStep,
      part: 'whole',
      slot: { column: chens, at: offStep.startsAt },
    }) as Dragging
    expect(draftOf(lifted, step).startsAt).toBe(at('09:07'))
  })

  it('is settled once by its own answer alone', () => {
    const saving = run(lift(), { type: 'drop', outcome: 'save' })
    expect(nextDrag(saving, { type: 'settled', id: 'b' })).toBe(saving)
    expect(nextDrag(saving, { type: 'settled', id: 'a' })).toEqual(idle)
  })
})

describe('an end of a card', () => {
  function stretched(part: 'start' | 'end', time: string) {
    const from = { column: chens, at: part === 'end' ? card.endsAt : card.startsAt }
    return draft({ type: 'press', card, part, slot: from, point }, moveTo(okafors, time))
  }

  it('goes by itself, on the step, and takes no other resource', () => {
    expect(stretched('end', '10:26')).toEqual({
      startsAt: at('09:00'),
      endsAt: at('10:30'),
      therapistId: 'chen',
      roomId: 'room-1',
    })
    expect(stretched('start', '08:20')).toMatchObject({ startsAt: at('08:15'), endsAt: at('09:50') })
  })

  it('stays a step from the other end, and within the day', () => {
    expect(stretched('end', '06:00').endsAt).toBe(at('09:15'))
    expect(stretched('start', '12:00').startsAt).toBe(at('09:30'))
    expect(stretched('end', '23:59').endsAt).toBe(chens.day.end)
  })

  it('keeps its time until it has travelled', () => {
    const held = run({ type: 'press', card, part: 'end', slot: origin, point }, { type: 'hold' }) as Dragging
    expect(draftOf(held, step).endsAt).toBe(at('09:50'))
  })
})
