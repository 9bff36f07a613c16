import { describe, expect, it } from 'vitest'
import { expand } from '../../../domain/recurrence.ts'
import { floating } from './floating.ts'

const range = { start: Date.parse('2026-01-01T00:00Z'), end: Date.parse('2028-01-01T00:00Z') }

function instants(rrule: string, start: string, zone: string): string[] {
  const found = expand({ rrule, start: floating(start), zone }, range)
  if ('problem' in found) throw new Error(found.problem)
  return found.occurrences.map((each) => new Date(each.at).toISOString().slice(0, 16))
}

describe('a daily rule over the days on which clocks change', () => {
  it.each([
    // zone, start on the wall, the day before, the day itself, the day after in UTC
    // New York goes forward at 02:00 on 8 March 2026: 02:30 is skipped and becomes 03:30.
    ['America/New_York', '20260307T023000', ['2026-03-07T07:30', '2026-03-08T07:30', '2026-03-09T06:30']],
    // It goes back at 02:00 on 1 November: 01:30 comes twice, the first counts.
    ['America/New_York', '20261031T013000', ['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30']],
    // London goes forward at 01:00 on 29 March: 01:15 becomes 02:15.
    ['Europe/London', '20260328T011500', ['2026-03-28T01:15', '2026-03-29T01:15', '2026-03-30T00:15']],
    // It goes back at 02:00 on 25 October: 01:15 comes twice.
    ['Europe/London', '20261024T011500', ['2026-10-24T00:15', '2026-10-25T00:15', '2026-10-26T01:15']],
    // Lord Howe goes back by half an hour at 02:00 on 5 April: 01:45 comes twice.
    ['Australia/Lord_Howe', '20260404T014500', ['2026-04-03T14:45', '2026-04-04T14:45', '2026-04-05T15:15']],
    // It goes forward by half an hour at 02:00 on 4 October: 02:15 becomes 02:45.
    ['Australia/Lord_Howe', '20261003T021500', ['2026-10-02T15:45', '2026-10-03T15:45', '2026-10-04T15:15']],
    // Santiago goes back at midnight, from Saturday 4 April to 23:00: 23:30 comes twice.
    ['America/Santiago', '20260403T233000', ['2026-04-04T02:30', '2026-04-05T02:30', '2026-04-06T03:30']],
    // It goes forward at midnight of Sunday 6 September: 00:30 becomes 01:30.
    ['America/Santiago', '20260905T003000', ['2026-09-05T04:30', '2026-09-06T04:30', '2026-09-07T03:30']],
  ])('%s from %s', (zone, start, expected) => {
    expect(instants('FREQ=DAILY;COUNT=3', start, zone)).toEqual(expected)
  })
})

describe('every Tuesday at 16:00', () => {
  it.each([
    // zone, the last before and the first after the change
    ['America/New_York', '20261027T160000', ['2026-10-27T20:00', '2026-11-03T21:00']],
    ['America/New_York', '20270309T160000', ['2027-03-09T21:00', '2027-03-16T20:00']],
    ['Europe/London', '20261020T160000', ['2026-10-20T15:00', '2026-10-27T16:00']],
    ['Europe/London', '20260324T160000', ['2026-03-24T16:00', '2026-03-31T15:00']],
    ['Australia/Lord_Howe', '20260331T160000', ['2026-03-31T05:00', '2026-04-07T05:30']],
    ['America/Santiago', '20260901T160000', ['2026-09-01T20:00', '2026-09-08T19:00']],
  ])('stays at 16:00 in %s from %s', (zone, start, expected) => {
    expect(instants('FREQ=WEEKLY;COUNT=2', start, zone)).toEqual(expected)
  })
})

it('two times of a day that the clocks skip onto one instant are one occurrence', () => {
  expect(instants('FREQ=DAILY;BYHOUR=2,3;COUNT=2', '20260308T020000', 'America/New_York')).toEqual(['2026-03-08T07:00'])
})

it('the end of a rule is an instant where it says so, and counts', () => {
  const tuesdays = (until: string) => instants(`FREQ=WEEKLY;UNTIL=${until}`, '20261027T160000', 'America/New_York')
  expect(tuesdays('20261103T210000Z')).toEqual(['2026-10-27T20:00', '2026-11-03T21:00'])
  expect(tuesdays('20261103T205959Z')).toEqual(['2026-10-27T20:00'])
  expect(tuesdays('20261103T160000')).toEqual(['2026-10-27T20:00', '2026-11-03T21:00'])
  expect(tuesdays('20261103')).toEqual(['2026-10-27T20:00', '2026-11-03T21:00'])
})

it('excepted dates are left out and added ones come in their order', () => {
  const found = expand(
    {
      ...{ rrule: 'FREQ=WEEKLY;COUNT=3', start: floating('20261027T160000'), zone: 'America/New_York' },
      excepted: [floating('20261103T160000'), floating('20261105T100000')],
      added: [floating('20261028T090000'), floating('20261105T100000'), floating('20261027T160000')],
    },
    range,
  )
  const starts = 'occurrences' in found ? found.occurrences.map((each) => new Date(each.floating).toISOString()) : []
  expect(starts.map((each) => each.slice(5, 16))).toEqual(['10-27T16:00', '10-28T09:00', '11-10T16:00'])
})

it('leaves out the occurrence that begins at an excepted instant, by whichever of its two times that is named', () => {
  // New York skips 02:30 on 8 March 2026: the occurrence begins at 03:30.
  const daily = { rrule: 'FREQ=DAILY;COUNT=3', start: floating('20260307T023000'), zone: 'America/New_York' }
  for (const excepted of ['20260308T023000', '20260308T033000']) {
    const found = expand({ ...daily, excepted: [floating(excepted)] }, range)
    expect(found).toMatchObject({
      occurrences: [{ at: Date.parse('2026-03-07T07:30Z') }, { at: Date.parse('2026-03-09T06:30Z') }],
    })
  }
})
