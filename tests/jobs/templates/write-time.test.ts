import { describe, expect, test } from 'vitest'
import { languageOf } from '../../../jobs/templates/languages.ts'
import { writeTime } from '../../../jobs/templates/write-time.ts'

const NEW_YORK = 'America/New_York'
const LOS_ANGELES = 'America/Los_Angeles'
const DENVER = 'America/Denver'
const PHOENIX = 'America/Phoenix'

interface TimeCase {
  readonly name: string
  readonly at: string
  readonly clinic: string
  readonly reader?: string
  readonly en: string
  readonly es: string
}

const cases: readonly TimeCase[] = [
  {
    name: 'the reader is where the clinic is',
    ...{ at: '2026-03-10T18:30Z', clinic: NEW_YORK },
    ...{ en: 'Tuesday, March 10 at 2:30 PM', es: 'martes 10 de marzo a las 2:30 pm' },
  },
  {
    name: 'the hour is one, which is singular in Spanish',
    ...{ at: '2026-03-10T17:00Z', clinic: NEW_YORK },
    ...{ en: 'Tuesday, March 10 at 1:00 PM', es: 'martes 10 de marzo a la 1:00 pm' },
  },
  {
    name: 'the reader is in another zone',
    ...{ at: '2026-03-10T18:30Z', clinic: NEW_YORK, reader: LOS_ANGELES },
    ...{
      en: 'Tuesday, March 10 at 11:30 AM Pacific Time',
      es: 'martes 10 de marzo a las 11:30 am (hora del Pacífico)',
    },
  },
  {
    name: 'the reader’s date is another one',
    ...{ at: '2026-03-10T23:30Z', clinic: 'Asia/Tokyo', reader: NEW_YORK },
    ...{ en: 'Tuesday, March 10 at 7:30 PM Eastern Time', es: 'martes 10 de marzo a las 7:30 pm (hora oriental)' },
  },
  {
    name: 'the reader’s zone has another name and the same clocks',
    ...{ at: '2026-01-13T17:00Z', clinic: DENVER, reader: PHOENIX },
    ...{ en: 'Tuesday, January 13 at 10:00 AM', es: 'martes 13 de enero a las 10:00 am' },
  },
  {
    name: 'the same zones have different clocks in summer',
    ...{ at: '2026-07-14T16:00Z', clinic: DENVER, reader: PHOENIX },
    en: 'Tuesday, July 14 at 9:00 AM Mountain Standard Time',
    es: 'martes 14 de julio a las 9:00 am (hora estándar de las Montañas Rocosas)',
  },
  {
    name: '8 March 2026, half an hour before the clocks in New York skip an hour',
    ...{ at: '2026-03-08T06:30Z', clinic: NEW_YORK },
    ...{ en: 'Sunday, March 8 at 1:30 AM', es: 'domingo 8 de marzo a la 1:30 am' },
  },
  {
    name: '8 March 2026, half an hour after',
    ...{ at: '2026-03-08T07:30Z', clinic: NEW_YORK },
    ...{ en: 'Sunday, March 8 at 3:30 AM', es: 'domingo 8 de marzo a las 3:30 am' },
  },
  {
    name: '8 March 2026, when New York has skipped its hour and Los Angeles has not',
    ...{ at: '2026-03-08T09:30Z', clinic: NEW_YORK, reader: LOS_ANGELES },
    ...{ en: 'Sunday, March 8 at 1:30 AM Pacific Time', es: 'domingo 8 de marzo a la 1:30 am (hora del Pacífico)' },
  },
  {
    name: '1 November 2026, the first of two times half past one in New York',
    ...{ at: '2026-11-01T05:30Z', clinic: NEW_YORK },
    ...{ en: 'Sunday, November 1 at 1:30 AM EDT', es: 'domingo 1 de noviembre a la 1:30 am (EDT)' },
  },
  {
    name: '1 November 2026, the second',
    ...{ at: '2026-11-01T06:30Z', clinic: NEW_YORK },
    ...{ en: 'Sunday, November 1 at 1:30 AM EST', es: 'domingo 1 de noviembre a la 1:30 am (EST)' },
  },
  {
    name: '1 November 2026, when the hour is over that comes twice',
    ...{ at: '2026-11-01T07:00Z', clinic: NEW_YORK },
    ...{ en: 'Sunday, November 1 at 2:00 AM', es: 'domingo 1 de noviembre a las 2:00 am' },
  },
  {
    name: 'the clocks are turned back by half an hour, as on Lord Howe Island',
    ...{ at: '2026-04-04T15:15Z', clinic: 'Australia/Lord_Howe' },
    ...{ en: 'Sunday, April 5 at 1:45 AM GMT+10:30', es: 'domingo 5 de abril a la 1:45 am (GMT+10:30)' },
  },
]

describe('a date and time', () => {
  test.each(cases)('is written for its reader when $name', ({ at, clinic, reader = clinic, en, es }) => {
    const instant = Date.parse(at)
    expect(writeTime(instant, languageOf('en'), clinic, reader).when).toBe(en)
    expect(writeTime(instant, languageOf('es'), clinic, reader).when).toBe(es)
  })

  test('has nothing in a text that would cost it more than it says', () => {
    for (let hour = 0; hour < 24; hour++) {
      const { whenShort, time } = writeTime(Date.UTC(2026, 0, 5, hour, 30), languageOf('en'), NEW_YORK, NEW_YORK)
      expect(`${whenShort} ${time}`).toMatch(/^[\x20-\x7e]+$/)
    }
  })
})
