import { describe, expect, test } from 'vitest'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { calendarOf, propertiesOf, unfolded } from './calendar-reader.ts'
import { APPOINTMENT, FACTS } from './facts.ts'

const fileOf = (kind: 'confirmation' | 'changed' | 'cancelled', facts = FACTS, language = 'en') =>
  calendarOf(renderMessage(kind, 'email', language, facts))

describe('the calendar file of a mail', () => {
  test('puts the appointment into the calendar, whole', () => {
    const { name, contentType, content } = fileOf('confirmation')
    expect([name, contentType]).toEqual(['appointment.ics', 'text/calendar; charset=utf-8; method=REQUEST'])
    expect(unfolded(content)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Daybook//Daybook//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:0193a3f0-0000-7000-8000-000000000001@daybook',
      'SUMMARY:Appointment at Harbor Clinic',
      'DTSTAMP:20260302T130506Z',
      'DTSTART:20260310T183000Z',
      'DTEND:20260310T192000Z',
      'SEQUENCE:3',
      'DESCRIPTION:With: Dr. Chen\\nConfirm\\, change or cancel: https://book.example/m/3Qm8Zt0sVbXyKc4LrN7aPw',
      'LOCATION:Downtown\\, 12 Pier Street\\, New York\\, Willow',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN="Harbor Clinic":MAILTO:harbor@daybook.invalid',
      'TRANSP:OPAQUE',
      'CLASS:PRIVATE',
      'CREATED:20260301T120000Z',
      'LAST-MODIFIED:20260302T130506Z',
      'ATTENDEE;RSVP=FALSE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="maya@example.com":mailto:maya@example.com',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('removes it again: by the same UID, with a higher SEQUENCE', () => {
    const put = propertiesOf(fileOf('confirmation').content)
    const off = { ...APPOINTMENT, version: 4, updatedAt: Date.UTC(2026, 2, 3) }
    const file = fileOf('cancelled', { ...FACTS, appointment: off })
    const removed = propertiesOf(file.content)
    expect(file.contentType).toBe('text/calendar; charset=utf-8; method=CANCEL')
    expect(removed.get('UID')).toBe(put.get('UID'))
    expect(Number(removed.get('SEQUENCE'))).toBeGreaterThan(Number(put.get('SEQUENCE')))
    expect([removed.get('METHOD'), removed.get('STATUS'), removed.get('TRANSP')]).toEqual([
      'CANCEL',
      'CANCELLED',
      'TRANSPARENT',
    ])
    expect(removed.get('DTSTAMP')).toBe('20260303T000000Z')
    expect(removed.get('DESCRIPTION')).not.toContain('/m/')
  })

  test('says when the change was made, not when the mail was written: twice the same change, twice the same file', () => {
    expect(fileOf('changed')).toEqual(fileOf('changed'))
  })

  test('comes with what is booked, changed or cancelled, and with nothing else', () => {
    const kinds = ['week_before', 'day_before', 'follow_up', 'therapist_booked', 'conversation', 'answer'] as const
    for (const kind of kinds) expect(renderMessage(kind, 'email', 'en', FACTS).attachments).toEqual([])
    for (const channel of ['sms', 'voice', 'portal'] as const)
      expect(renderMessage('confirmation', channel, 'en', FACTS).attachments).toEqual([])
  })

  test('has lines of at most 75 octets, and cuts no character in two', () => {
    const clinic = { ...FACTS.clinic, name: 'Clínica Ñandú 😀🇪🇸 Ångström Żółć 診療所 '.repeat(5) }
    const { content } = fileOf('confirmation', { ...FACTS, clinic }, 'es')
    const lines = content.split('\r\n')
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(4)
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
    expect(content).not.toMatch(/[^\r]\n|\r[^\n]/)
    expect(propertiesOf(content).get('SUMMARY')).toBe(`Cita en ${clinic.name.trim()}`)
  })

  test.each([
    ['a line end', 'Harbor\r\nSTATUS:CANCELLED'],
    ['a carriage return alone', 'Harbor\rATTENDEE:mailto:eve@example.com'],
    ['a line separator', 'Harbor\u2028X-EVIL:1'],
    ['a double quote, a comma, a semicolon and a backslash', 'Har"bor, a;b\\n'],
  ])('keeps a name with %s in one escaped property', (_, name) => {
    const facts = {
      ...FACTS,
      clinic: { ...FACTS.clinic, name },
      appointment: { ...APPOINTMENT, therapist: { name }, room: { name, location: { name, address: name } } },
    }
    const plain = unfolded(fileOf('confirmation').content).map((line) => line.split(/[:;]/)[0])
    const hostile = unfolded(fileOf('confirmation', facts).content)
    expect(hostile.map((line) => line.split(/[:;]/)[0])).toEqual(plain)
    expect(hostile.find((line) => line.startsWith('ORGANIZER'))).toMatch(/^ORGANIZER;CN="[^"]*":MAILTO:/)
  })

  test('is written without the address when the address is one that calendars do not take', () => {
    const facts = { ...FACTS, client: { ...FACTS.client!, email: 'maya@büro' } }
    expect(propertiesOf(fileOf('confirmation', facts).content).has('ATTENDEE')).toBe(false)
  })
})
