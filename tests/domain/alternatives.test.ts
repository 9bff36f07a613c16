import { describe, expect, it } from 'vitest'
import { type AlternativesFacts, alternativesTo } from '../../domain/alternatives.ts'
import type { ResourceFacts } from '../../domain/booking.ts'
import { sortedHours } from '../../domain/weekly-hours.ts'

const zone = 'America/New_York'
const now = Date.parse('2026-03-03T08:00:00-05:00')
const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00-05:00`)
const hours = sortedHours([{ weekday: 2, startTime: '09:00', endTime: '12:00' }])

function resource(id: string, kind: 'therapist' | 'room', busy: [string, string][] = []): ResourceFacts {
  const taken = busy.map(([from, to]) => {
    const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
    return { start: tuesday(from), end: tuesday(to), lane: 0, ...buffers }
  })
  const schedule = { weekly: kind === 'room' ? [] : hours, exceptions: [] }
  const anywhere = { skills: [], features: [], capacity: 2, locationId: null }
  return { id, kind, name: id, active: true, schedule, away: [], busy: taken, ...anywhere }
}

function facts(change: Partial<AlternativesFacts>): AlternativesFacts {
  const window = { start: tuesday('00:00'), end: tuesday('23:59') }
  return { zone, stepMinutes: 15, window, closures: [], clientBusy: [], therapists: [], rooms: [], ...change }
}

const wanted = {
  ...{ start: tuesday('10:00'), end: tuesday('10:50'), therapistId: 'chen' },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
}
const said = (found: ReturnType<typeof alternativesTo>) =>
  found.map((each) => `${new Date(each.start).toISOString().slice(11, 16)} ${each.therapistId} ${each.roomId ?? '-'}`)

describe('alternatives', () => {
  it('are the nearest with the same therapist, and another therapist at the wanted time', () => {
    const therapists = [resource('chen', 'therapist', [['10:00', '10:50']]), resource('okafor', 'therapist')]
    // 09:00 ends 09:50 with its buffer until 10:00; 11:00 would start 10 minutes after the other ends
    expect(said(alternativesTo(wanted, facts({ therapists }), now))).toEqual([
      '14:00 chen -',
      '16:00 chen -',
      '15:00 okafor -',
    ])
  })

  it('never lie in the past, over the client’s own appointments, or outside hours', () => {
    const therapists = [resource('chen', 'therapist', [['10:00', '10:50']])]
    const clientBusy = [{ start: tuesday('11:00'), end: tuesday('12:00') }]
    expect(alternativesTo(wanted, facts({ therapists, clientBusy }), tuesday('09:30'))).toEqual([])
  })

  it('come with a room that is free, the wanted one first', () => {
    const therapists = [resource('chen', 'therapist', [['10:00', '10:50']]), resource('okafor', 'therapist')]
    const rooms = [resource('oak', 'room', [['09:00', '10:50']]), resource('elm', 'room')]
    expect(said(alternativesTo({ ...wanted, roomId: 'oak' }, facts({ therapists, rooms }), now))).toEqual([
      '14:00 chen elm',
      '16:00 chen oak',
      '15:00 okafor elm',
    ])
  })
})
