import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../domain/interval.ts'
import { firstFits, withFirstFree } from '../../../domain/slots/next-fit.ts'
import type { SlotFacts, SlotRequest } from '../../../domain/slots/request.ts'
import { findSlots } from '../../../domain/slots.ts'
import { busyAt, days, hours, room, slotFacts, slotRequest, talk, therapist } from '../../support/slot-clinic.ts'

const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00-05:00`)
const longAgo = Date.parse('2026-01-01T00:00:00Z')
const reasonsOf = (request: Partial<SlotRequest>, facts: Partial<SlotFacts>, now: Instant = longAgo) =>
  findSlots(slotRequest(request), slotFacts(facts), now).reasons

const leave = [{ start: tuesday('00:00'), end: Date.parse('2026-05-04T00:00:00-04:00'), reason: 'vacation' }]
const morning = { start: tuesday('09:00'), end: tuesday('12:00') }
const closures = [
  { name: 'Founders’ day', startsOn: '2026-03-03', endsOn: '2026-03-03', startTime: '08:00', endTime: '12:00' },
]
const quiet = { ...talk, needsRoom: true, requiredFeatures: ['quiet'] }
const quietRoom = room('elm', { features: ['quiet'], busy: [busyAt(tuesday('08:00'), 240)] })
const north = hours(2, '09:00', '12:00', { locationId: 'north' })

describe('why nothing fits', () => {
  it.each<[string, Partial<SlotRequest>, Partial<SlotFacts>, string, string]>([
    [
      'no hours',
      {},
      { therapists: [therapist('Dr. Chen', { weekly: [] })] },
      'OUTSIDE_HOURS',
      'Dr. Chen has no hours Tue, Mar 3.',
    ],
    [
      'no hours at the times wished for, on other days',
      { window: days('2026-03-02', '2026-03-16'), weekdays: [2, 7], earliestTime: '12:00' },
      {},
      'OUTSIDE_HOURS',
      'chen has no hours on Tuesdays and Sundays after 12:00 PM, Mon, Mar 2 to Sun, Mar 15.',
    ],
    ['hours too short', { minutes: 240 }, {}, 'OUTSIDE_HOURS', 'chen has no 240 minutes of hours on end Tue, Mar 3.'],
    [
      'hours for telehealth alone',
      { needsRoom: true },
      {
        type: { ...talk, needsRoom: true },
        therapists: [therapist('Dr. Chen', { weekly: [hours(2, '09:00', '12:00', { telehealth: true })] })],
        rooms: [room('oak')],
      },
      'OUTSIDE_HOURS',
      'Dr. Chen has hours for telehealth alone Tue, Mar 3.',
    ],
    [
      'appointments at the time wished for',
      { latestTime: '10:00' },
      { therapists: [therapist('Dr. Chen', { busy: [busyAt(tuesday('09:30'), 60)] })] },
      'THERAPIST_BUSY',
      'Dr. Chen has no 60 minutes free before 10:00 AM, Tue, Mar 3.',
    ],
    [
      'a closure',
      {},
      { closures },
      'CLINIC_CLOSED',
      'The clinic is closed (Founders’ day) Tue, Mar 3, 8:00 AM to 12:00 PM.',
    ],
    [
      'leave',
      {},
      { therapists: [therapist('Dr. Chen', { away: leave })] },
      'ON_TIME_OFF',
      'Dr. Chen is away (vacation) until Mon, May 4.',
    ],
    [
      'appointments',
      {},
      { therapists: [therapist('Dr. Chen', { busy: [busyAt(tuesday('09:30'), 120)] })] },
      'THERAPIST_BUSY',
      'Dr. Chen has no 60 minutes free Tue, Mar 3.',
    ],
    [
      'too little distance',
      { window: { start: tuesday('10:00'), end: tuesday('11:00') }, bufferAfterMinutes: 10 },
      { therapists: [therapist('Dr. Chen', { busy: [busyAt(tuesday('11:00'), 60)] })] },
      'BUFFER',
      'Dr. Chen has no 60 minutes free with the time kept beside appointments Tue, Mar 3, 10:00 AM to 11:00 AM.',
    ],
    [
      'a daily limit',
      {},
      {
        type: { ...talk, dailyLimit: 1 },
        therapists: [therapist('Dr. Chen', { busy: [busyAt(tuesday('09:00'), 60, { typeId: 'talk' })] })],
      },
      'DAILY_LIMIT',
      'Dr. Chen takes at most 1 of Talk a day, and has them on Tue, Mar 3.',
    ],
    [
      'a skill',
      {},
      { type: { ...talk, requiredSkills: ['emdr'] } },
      'THERAPIST_UNQUALIFIED',
      'chen does not offer Talk, which asks for emdr.',
    ],
    [
      'an archived therapist',
      {},
      { therapists: [therapist('Dr. Chen', { active: false })] },
      'RESOURCE_INACTIVE',
      'Dr. Chen is archived and takes no appointments.',
    ],
    [
      'no such room',
      { needsRoom: true },
      { type: quiet, rooms: [room('oak')] },
      'ROOM_UNSUITABLE',
      'No room suits Talk (quiet).',
    ],
    [
      'rooms that are taken',
      { needsRoom: true },
      { type: quiet, rooms: [quietRoom] },
      'ROOM_BUSY',
      'No room that suits Talk is free when chen is, Tue, Mar 3.',
    ],
    [
      'rooms that are elsewhere',
      { needsRoom: true },
      { therapists: [therapist('Dr. Chen', { weekly: [north] })], rooms: [room('oak', { locationId: 'south' })] },
      'ROOM_UNSUITABLE',
      'No room is where Dr. Chen works, Tue, Mar 3.',
    ],
    [
      'the client’s own appointments',
      { window: morning },
      { client: { name: 'Maya', active: true, busy: [busyAt(tuesday('08:00'), 300)] } },
      'CLIENT_BUSY',
      'Maya has something else at every time there is Tue, Mar 3, 9:00 AM to 12:00 PM.',
    ],
    [
      'an archived client',
      {},
      { client: { name: 'Maya', active: false, busy: [] } },
      'RESOURCE_INACTIVE',
      'Maya is archived.',
    ],
    ['a retired type', {}, { type: { ...talk, active: false } }, 'RESOURCE_INACTIVE', 'Talk is no longer offered.'],
    [
      'wishes that no time meets',
      { weekdays: [5] },
      {},
      'OUTSIDE_HOURS',
      'No 60 minutes on the weekdays and times asked for lie within Tue, Mar 3.',
    ],
  ])('is %s', (_, request, facts, code, message) => {
    expect(reasonsOf(request, facts)).toMatchObject([{ code, message }])
  })

  it('names the resource and the interval in the way', () => {
    const busy = [busyAt(tuesday('09:30'), 120)]
    const [reason] = reasonsOf({}, { therapists: [therapist('Dr. Chen', { busy })] })
    expect(reason).toMatchObject({ resourceId: 'Dr. Chen', start: tuesday('09:30'), end: tuesday('11:30') })
    const [taken] = reasonsOf({ needsRoom: true }, { type: quiet, rooms: [quietRoom] })
    expect(taken).toMatchObject({ resourceId: 'elm', start: tuesday('08:00'), end: tuesday('12:00') })
  })

  it('is the past, or the rules of online booking', () => {
    const online = { ...talk, leadMinutes: 600, horizonDays: 1 }
    const codes = (now: Instant) => reasonsOf({ online: true }, { type: online }, now).map((each) => each.code)
    expect(codes(tuesday('23:30'))).toEqual(['IN_THE_PAST'])
    expect(codes(tuesday('13:00'))).toEqual(['IN_THE_PAST'])
    expect(codes(tuesday('08:00'))).toEqual(['TOO_SOON'])
    expect(codes(tuesday('08:00') - 3 * 86_400_000)).toEqual(['TOO_FAR'])
  })

  it('is told of each therapist once, and of the preferred one even where others have slots', () => {
    const therapists = [
      therapist('Dr. Chen', { away: leave }),
      therapist('Dr. Lee', { weekly: [] }),
      therapist('Dr. Ito'),
    ]
    expect(reasonsOf({}, { therapists })).toEqual([])
    expect(reasonsOf({ preferTherapistId: 'Dr. Chen' }, { therapists })).toMatchObject([{ code: 'ON_TIME_OFF' }])
    expect(reasonsOf({}, { therapists: therapists.slice(0, 2) }).map((each) => each.code)).toEqual([
      'ON_TIME_OFF',
      'OUTSIDE_HOURS',
    ])
    expect(reasonsOf({}, { closures, therapists: [therapist('a'), therapist('b')] })).toHaveLength(1)
  })

  it('goes on with who is free first', () => {
    const facts = slotFacts({ therapists: [therapist('Dr. Chen', { away: leave }), therapist('Dr. Johnson')] })
    const request = slotRequest({ window: days('2026-03-03', '2026-05-06') })
    const { asked, anybody } = firstFits(request, facts, longAgo, ['Dr. Chen'])
    expect([asked?.start, anybody?.start]).toEqual([Date.parse('2026-05-04T09:00:00-04:00'), tuesday('09:00')])
    const chen = slotFacts({ therapists: facts.therapists.slice(0, 1) })
    const { reasons } = findSlots(slotRequest(), chen, longAgo)
    expect(withFirstFree(reasons, anybody!, facts)[0]?.message).toBe(
      'Dr. Chen is away (vacation) until Mon, May 4; first free with Dr. Johnson Tue, Mar 3, 9:00 AM.',
    )
  })
})
