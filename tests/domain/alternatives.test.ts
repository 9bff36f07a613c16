import { describe, expect, it } from 'vitest'
import { type AlternativesRequest, alternativesTo } from '../../domain/alternatives.ts'
import type { SlotFacts } from '../../domain/slots/request.ts'
import { wallClock } from '../../domain/zone.ts'
import { busyAt, days, NEW_YORK, room, slotFacts, talk, therapist } from '../support/slot-clinic.ts'

const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00-05:00`)
const now = tuesday('08:00')
const busy = [busyAt(tuesday('10:00'), 50)]
const wanted: AlternativesRequest = {
  ...{ start: tuesday('10:00'), end: tuesday('10:50'), therapistId: 'chen', online: false },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
}

function told(
  request: AlternativesRequest,
  change: Partial<SlotFacts>,
  at = now,
  window = days('2026-03-03', '2026-03-04'),
) {
  const found = alternativesTo(request, slotFacts({ stepMinutes: 15, ...change }), window, at)
  return found.map((each) => {
    const { date, time } = wallClock(each.start, NEW_YORK)
    return `${date.slice(8)} ${time} ${each.therapistId} ${each.roomId ?? '-'}`
  })
}

describe('alternatives', () => {
  it('are the nearest with the same therapist, and another therapist at the wanted time', () => {
    // 09:00 ends 09:50 with its buffer until 10:00; 11:00 would start 10 minutes after the other ends
    expect(told(wanted, { therapists: [therapist('chen', { busy }), therapist('okafor')] })).toEqual([
      '03 09:00 chen -',
      '03 11:00 chen -',
      '03 10:00 okafor -',
    ])
  })

  it('are not where what is moved stands already', () => {
    const own = busyAt(tuesday('09:00'), 50, { appointmentId: 'maya' })
    const therapists = [therapist('chen', { busy: [own] })]
    const move = { ...wanted, start: tuesday('12:00'), end: tuesday('12:50'), leaving: new Set(['maya']) }
    expect(told(move, { therapists })).toEqual(['03 11:00 chen -', '03 10:00 chen -'])
    expect(told({ ...move, roomId: 'elm' }, { therapists, rooms: [room('elm')] })).toContain('03 09:00 chen elm')
  })

  it('begin with the wanted slot itself where it was refused for another reason than what is there', () => {
    const therapists = [therapist('chen')]
    expect(told(wanted, { therapists })[0]).toBe('03 09:00 chen -')
    expect(told({ ...wanted, mayBeFree: true }, { therapists })[0]).toBe('03 10:00 chen -')
    expect(told({ ...wanted, mayBeFree: true }, { therapists: [therapist('chen', { busy })] })[0]).toBe(
      '03 09:00 chen -',
    )
  })

  it('never lie in the past, over the client’s own appointments, or outside hours', () => {
    const client = { name: 'Maya', active: true, busy: [busyAt(tuesday('11:00'), 60)] }
    expect(told(wanted, { therapists: [therapist('chen', { busy })], client }, tuesday('09:30'))).toEqual([])
  })

  it('begin with the wanted time in another room, the wanted room first at other times', () => {
    const rooms = [room('oak', { busy: [busyAt(tuesday('09:45'), 60)] }), room('elm')]
    const asked = { ...wanted, roomId: 'oak' }
    expect(told(asked, { therapists: [therapist('chen'), therapist('okafor')], rooms })).toEqual([
      '03 10:00 chen elm',
      '03 09:00 chen elm',
      '03 11:00 chen oak',
      '03 10:00 okafor elm',
    ])
  })

  it('come with a room that suits where none was named and one is needed', () => {
    const type = { ...talk, needsRoom: true, requiredFeatures: ['quiet'] }
    const rooms = [room('oak'), room('elm', { features: ['quiet'] })]
    expect(told(wanted, { therapists: [therapist('chen', { weekly: [] }), therapist('okafor')], rooms, type })).toEqual(
      ['03 10:00 okafor elm', '03 09:00 okafor elm', '03 11:00 okafor elm'],
    )
  })

  it('are the nearest with anybody where the same therapist has none', () => {
    const leave = [{ start: tuesday('00:00'), end: tuesday('23:00'), reason: 'vacation' }]
    expect(told(wanted, { therapists: [therapist('chen', { away: leave }), therapist('okafor')] })).toEqual([
      '03 10:00 okafor -',
      '03 09:00 okafor -',
      '03 11:00 okafor -',
    ])
  })

  it('leave the appointment that moves out of its own way', () => {
    const own = [busyAt(tuesday('09:00'), 50, { appointmentId: 'own' })]
    const asked = { ...wanted, start: tuesday('09:15'), end: tuesday('10:05'), leaving: new Set(['own']) }
    const rooms = [room('oak', { busy: [busyAt(tuesday('09:00'), 180)] })]
    expect(told({ ...asked, roomId: 'oak' }, { therapists: [therapist('chen', { busy: own })], rooms })).toEqual([])
    const later = { ...asked, start: tuesday('10:00'), end: tuesday('10:50') }
    const other = busyAt(tuesday('10:30'), 50)
    // Half past nine lies over where it stands.
    expect(told(later, { therapists: [therapist('chen', { busy: [...own, other] })] })).toEqual(['03 09:30 chen -'])
  })
})
