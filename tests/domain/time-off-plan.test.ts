import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideBooking } from '../../domain/booking.ts'
import { overlaps } from '../../domain/interval.ts'
import {
  type Absence,
  type Affected,
  type PlanFacts,
  type PlannedStep,
  planTimeOff,
} from '../../domain/time-off-plan.ts'
import { formatTime } from '../../domain/zone.ts'
import { testSeed } from '../support/env.ts'
import { at, busyWith, clinicWith, room, SESSION, therapist, visit, ZONE } from '../support/plan-cases.ts'

/** Monday 2 March 2026, 08:00 in New York. */
const NOW = at('2026-03-02 08:00')
const TUESDAY = { start: at('2026-03-03 00:00'), end: at('2026-03-04 00:00') }
const ANA_AWAY: Absence = { resourceId: 'Ana', coverTherapistId: 'Bo', ...TUESDAY }
const CLINIC = [therapist('Ana'), therapist('Bo'), therapist('Cleo'), room('Oak'), room('Elm')]
const TEN = at('2026-03-03 10:00')
const ELEVEN = at('2026-03-03 11:00')

function planned(absence: Absence, visits: readonly Affected[], facts = clinicWith(CLINIC, visits), now = NOW) {
  return planTimeOff(absence, visits, facts, now)
}

const told = (step: PlannedStep | undefined) =>
  step && [step.kind, step.slot && local(step.slot.start), step.slot?.therapistId, step.slot?.roomId]

const local = (instant: number) => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(instant)
  return `${day} ${formatTime(instant, ZONE, 'de-DE')}`
}

describe('who covers', () => {
  it('takes an appointment at its time and in its room', () => {
    const [step] = planned(ANA_AWAY, [visit(TEN)])
    expect(told(step)).toEqual(['cover', '2026-03-03 10:00', 'Bo', 'Oak'])
    expect(step?.why).toBe('Dr. Bo is free then.')
  })

  it('takes it in another room when its own is taken, and says so', () => {
    const other = visit(TEN, { id: 'other', clientId: 'Leo', therapistId: 'Cleo', roomId: 'Oak', minutes: 30 })
    const facts = clinicWith(CLINIC, [visit(TEN, { roomId: 'Elm' }), other])
    const [step] = planned(ANA_AWAY, [visit(TEN)], facts)
    expect(told(step)).toEqual(['cover', '2026-03-03 10:00', 'Bo', 'Elm'])
    expect(step?.why).toBe('Dr. Bo is free then, in Elm.')
  })

  it('takes one without a room without one', () => {
    const [step] = planned(ANA_AWAY, [visit(TEN, { roomId: null, type: { ...SESSION, needsRoom: false } })])
    expect(told(step)).toEqual(['cover', '2026-03-03 10:00', 'Bo', undefined])
  })

  it.each([
    ['is busy', therapist('Bo', { busy: [busyWith(visit(TEN, { id: 'x' }))] })],
    ['would break a buffer', therapist('Bo', { busy: [busyWith(visit(TEN + 55 * 60_000, { id: 'x' }))] })],
    ['is away as well', therapist('Bo', { away: [{ ...TUESDAY, reason: 'vacation' }] })],
    ['is not open', therapist('Bo', { hours: [] })],
  ])('is passed over who %s: the nearest other time comes next', (_, bo) => {
    const facts = clinicWith([therapist('Ana'), bo, room('Oak')], [visit(TEN)])
    const [step] = planned(ANA_AWAY, [visit(TEN)], facts)
    expect(told(step)).toEqual(['another_time', '2026-03-02 16:00', 'Ana', 'Oak'])
    expect(step?.why).toMatch(/Bo.*Dr\. Ana has time on Mon, Mar 2, 4:00 PM\.$/)
  })

  it('is passed over who is not qualified', () => {
    const emdr = { ...SESSION, requiredSkills: ['emdr'] }
    const resources = [therapist('Ana', { skills: ['emdr'] }), therapist('Bo'), room('Oak')]
    const visits = [visit(TEN, { type: emdr })]
    expect(told(planned(ANA_AWAY, visits, clinicWith(resources, visits))[0])?.[0]).toBe('another_time')
  })

  it('takes one of two at the same time, and the other is seen to be taken', () => {
    const visits = [visit(TEN, { id: 'a' }), visit(TEN, { id: 'b', clientId: 'Leo', roomId: 'Elm' })]
    expect(planned(ANA_AWAY, visits).map((each) => told(each)?.slice(0, 3))).toEqual([
      ['cover', '2026-03-03 10:00', 'Bo'],
      ['another_time', '2026-03-02 16:00', 'Ana'],
    ])
  })
})

describe('another time', () => {
  it('is proposed at once when nobody covers, and others at the same time are a choice', () => {
    const [step] = planned({ ...ANA_AWAY, coverTherapistId: null }, [visit(TEN)])
    expect(told(step)?.[0]).toBe('another_time')
    expect(step?.choices.filter((each) => each.start === TEN).map((each) => each.therapistId)).toEqual(['Bo', 'Cleo'])
  })

  it('is never one of two that overlap', () => {
    const [step] = planned(ANA_AWAY, [visit(TEN)])
    const others = step!.choices.filter((each) => each.therapistId === 'Ana')
    for (const a of others) for (const b of others) expect(a === b || !overlaps(a, b)).toBe(true)
  })

  it('is after the absence when she is ill from now on', () => {
    const now = at('2026-03-03 08:30')
    const [step] = planned({ ...ANA_AWAY, coverTherapistId: null }, [visit(TEN)], undefined, now)
    expect(told(step)).toEqual(['another_time', '2026-03-04 09:00', 'Ana', 'Oak'])
  })

  it('of two is given to the first, and the second goes beside it', () => {
    const visits = [visit(TEN), visit(ELEVEN)]
    const steps = planned({ ...ANA_AWAY, coverTherapistId: null }, visits, undefined, at('2026-03-03 08:30'))
    expect(steps.map((each) => told(each)?.[1])).toEqual(['2026-03-04 09:00', '2026-03-04 10:00'])
  })

  it('is as long as the appointment, which may have a type that is no longer offered', () => {
    const retired = { ...SESSION, active: false }
    const [step] = planned({ ...ANA_AWAY, coverTherapistId: null }, [visit(TEN, { minutes: 80, type: retired })])
    expect(step!.slot!.end - step!.slot!.start).toBe(80 * 60_000)
  })
})

describe('the client is told', () => {
  it('when nothing fits within 14 days', () => {
    const absence = { resourceId: 'Ana', start: TUESDAY.start, end: at('2026-04-03 00:00') }
    const [step] = planned(absence, [visit(TEN, { clientId: 'Maya' })], undefined, at('2026-03-03 08:00'))
    expect(told(step)?.[0]).toBe('cancel')
    expect(step?.why).toBe('Nothing fits within 14 days: tell Maya.')
    expect(step?.choices.map((each) => each.therapistId)).toEqual(['Bo', 'Cleo'])
  })

  it('by the desk, when the client is already there', () => {
    const [step] = planned(ANA_AWAY, [visit(TEN, { status: 'arrived', clientId: 'Maya' })])
    expect(step).toMatchObject({ kind: 'leave', choices: [], why: 'Maya is already here.' })
  })
})

describe('a long absence', () => {
  it('is planned a hundred appointments at a time', () => {
    const absence = { resourceId: 'Ana', ...TUESDAY, end: at('2026-06-01 00:00') }
    const visits = Array.from({ length: 101 }, (_, index) =>
      visit(TEN + index * 15 * 60_000, { id: `v${index + 100}` }),
    )
    const steps = planned(absence, visits, clinicWith([therapist('Ana', { hours: [] }), room('Oak')], []))
    expect(steps.map((each) => each.kind)).toEqual([...Array(100).fill('cancel'), 'leave'])
    expect(steps.at(-1)?.why).toContain('Only 100 appointments are planned at once')
  })
})

describe('a room out of use', () => {
  const absence: Absence = { resourceId: 'Oak', ...TUESDAY }

  it('sends its appointments to another room at the same time, with the same therapist', () => {
    const [step] = planned(absence, [visit(TEN)])
    expect(told(step)).toEqual(['cover', '2026-03-03 10:00', 'Ana', 'Elm'])
    expect(step?.why).toBe('Elm is free then.')
  })

  it('sends the second of two to another time when there is one other room', () => {
    const visits = [visit(TEN), visit(TEN, { id: 'z', clientId: 'Leo', therapistId: 'Bo' })]
    const steps = planned(absence, visits, clinicWith(CLINIC, [visits[0]!]))
    expect(steps.map((each) => told(each)?.[0])).toEqual(['cover', 'another_time'])
  })
})

describe('on the days clocks change in New York', () => {
  it.each([
    // On Sunday 8 March 2026 clocks go from 02:00 to 03:00, so its Saturday's 10:00 is 23 hours away.
    ['forward', '2026-03-07 10:00', '2026-03-08 10:00', '2026-03-06 08:00'],
    // On Sunday 1 November 2026 clocks go from 02:00 back to 01:00.
    ['back', '2026-10-31 10:00', '2026-11-01 10:00', '2026-10-30 08:00'],
  ])('%s, times stay what the wall clock says', (_, saturday, sunday, now) => {
    const weekend = [6, 7].map((weekday) => ({ weekday, startTime: '10:00', endTime: '11:00' }))
    const resources = [therapist('Ana', { hours: weekend }), therapist('Bo', { hours: weekend }), room('Oak')]
    const [day] = saturday.split(' ')
    const [next] = sunday.split(' ')
    const absence = { resourceId: 'Ana', start: at(`${day} 00:00`), end: at(`${next} 00:00`) }
    const visits = [visit(at(saturday))]
    const facts = clinicWith(resources, visits)
    expect(told(planned({ ...absence, coverTherapistId: 'Bo' }, visits, facts, at(now))[0])).toEqual([
      ...['cover', saturday, 'Bo', 'Oak'],
    ])
    expect(told(planned(absence, visits, facts, at(now))[0])).toEqual(['another_time', sunday, 'Ana', 'Oak'])
  })

  it('the whole of a day of 23 hours is away, and of one of 25', () => {
    for (const [day, next] of [
      ['2026-03-08', '2026-03-09'],
      ['2026-11-01', '2026-11-02'],
    ] as const) {
      const always = Array.from({ length: 7 }, (_, i) => ({ weekday: i + 1, startTime: '00:00', endTime: '24:00' }))
      const visits = [visit(at(`${day} 23:00`), { bufferAfterMinutes: 0 })]
      const facts = clinicWith([therapist('Ana', { hours: always }), room('Oak')], visits)
      const absence = { resourceId: 'Ana', start: at(`${day} 00:00`), end: at(`${next} 00:00`) }
      expect(told(planned(absence, visits, facts, at(`${day} 00:00`))[0])?.[1]).toBe(`${next} 00:00`)
    }
  })
})

const visits = fc
  .array(
    fc.record({
      slot: fc.integer({ min: 0, max: 40 }),
      who: fc.constantFrom('Ana', 'Bo', 'Cleo'),
      where: fc.constantFrom('Oak', 'Elm', null),
      client: fc.constantFrom('Maya', 'Leo', 'Ines', 'Omar', 'Vera', 'Ugo'),
    }),
    { maxLength: 40 },
  )
  .map((given) => {
    const standing: Affected[] = []
    given.forEach(({ slot, who, where, client }, index) => {
      const start = at(`2026-03-0${3 + Math.floor(slot / 14)} 09:00`) + (slot % 14) * 30 * 60_000
      const type = where ? SESSION : { ...SESSION, needsRoom: false }
      const ids = { id: `v${index}`, clientId: client, therapistId: who, roomId: where }
      const next = visit(start, { ...ids, type, bufferAfterMinutes: index % 2 ? 0 : 10 })
      const stands = (each: Affected) =>
        overlaps(each, next) &&
        (each.therapistId === who || each.client.id === client || (where && each.roomId === where))
      if (!standing.some(stands)) standing.push(next)
    })
    return standing
  })

describe('any plan', () => {
  it('puts every appointment where a booking would be accepted, and no two in one place', () => {
    fc.assert(
      fc.property(visits, fc.constantFrom('Ana', 'Oak'), fc.constantFrom('Bo', null), (standing, away, cover) => {
        const absence = { resourceId: away, coverTherapistId: cover, ...TUESDAY }
        const facts = clinicWith(CLINIC, standing)
        const concerned = standing.filter(
          (each) => overlaps(each, TUESDAY) && (each.therapistId === away || each.roomId === away),
        )
        const steps = planTimeOff(absence, concerned, facts, NOW)
        expect(steps.map((each) => each.appointmentId).sort()).toEqual(concerned.map((each) => each.id).sort())
        checkOneByOne(absence, steps, standing)
      }),
      { numRuns: 200, ...(testSeed === undefined ? {} : { seed: testSeed }) },
    )
  })
})

/** Does the steps in their order, each asked of the rules about the book as it is then. */
function checkOneByOne(absence: Absence, steps: readonly PlannedStep[], standing: readonly Affected[]): void {
  const away = CLINIC.map((each) =>
    each.id === absence.resourceId
      ? { ...each, away: [{ start: absence.start, end: absence.end, reason: 'sick' }] }
      : each,
  )
  let book = standing
  for (const { appointmentId, kind, slot } of steps) {
    const current = book.find((each) => each.id === appointmentId)!
    book = book.filter((each) => each !== current)
    if (!slot) expect(kind).toBe('cancel')
    else {
      const there = { ...current, ...slot, roomId: slot.roomId ?? null }
      expect(decision(there, clinicWith(away, book))).toMatchObject({ accepted: true })
      book = [...book, there]
    }
  }
}

function decision(wanted: Affected, facts: PlanFacts) {
  const find = (id: string | null) => facts.resources.find((each) => each.id === id)
  const client = { ...wanted.client, busy: facts.clientBusy.get(wanted.client.id) ?? [] }
  const known = { ...facts, client, type: wanted.type, therapist: find(wanted.therapistId)!, room: find(wanted.roomId) }
  return decideBooking({ ...wanted, override: new Set(), online: false }, known, NOW)
}
