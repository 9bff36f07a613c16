import { describe, expect, test } from 'vitest'
import { messageKinds } from '../../../domain/message.ts'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { APPOINTMENT, at, FACTS } from './facts.ts'

const HOSTILE = '<img src=x onerror=alert(1)>"\'&amp;</td>javascript:alert(2)'
const LINK = 'https://book.example/m/3Qm8Zt0sVbXyKc4LrN7aPw'

const mailOf = (kind: 'confirmation' | 'changed' | 'cancelled' | 'conversation' | 'follow_up', facts = FACTS) => {
  const { subject = '', text, html = '' } = renderMessage(kind, 'email', 'en', facts)
  return { subject, text, html }
}
const hrefsIn = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((found) => found[1])

describe('a mail', () => {
  test('says the same in plain text as in HTML', () => {
    expect(mailOf('changed').text).toBe(`Hello Maya,

Your appointment is now on Tuesday, March 10 at 2:30 PM, with Dr. Chen.

The attached file changes it in your calendar too. If this does not suit you, choose another time below.

When: Tuesday, March 10 at 2:30 PM
Before: Monday, March 9 at 2:30 PM
With: Dr. Chen
Before: Dr. Okafor
Where: Willow, Downtown, 12 Pier Street, New York

Confirm, change or cancel:
Confirm: ${LINK}
Change: ${LINK}?move#move
Cancel: ${LINK}?cancel#cancel

--
Harbor Clinic sends you this because you have an appointment with us.`)
    const shown = mailOf('changed')
      .html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ')
      .replaceAll('\u00a0', ' ')
    for (const line of ['Tuesday, March 10 at 2:30 PM', 'Monday, March 9 at 2:30 PM', 'Dr. Okafor', '12 Pier Street'])
      expect(shown).toContain(line)
  })

  test.each(messageKinds)('of kind %s speaks in plain text of no buttons, which it has not', (kind) => {
    const words = ['en', 'es'].map((language) => renderMessage(kind, 'email', language, FACTS).text)
    expect(words.join()).not.toMatch(/button|bot[oó]n/i)
  })

  test.each(messageKinds)('of kind %s takes no name for HTML', (kind) => {
    const facts = {
      ...FACTS,
      clinic: { ...FACTS.clinic, name: HOSTILE },
      client: { ...FACTS.client!, name: HOSTILE },
      appointment: { ...APPOINTMENT, therapist: { name: HOSTILE }, room: { name: HOSTILE, location: null } },
      previous: { startsAt: 0, therapistName: HOSTILE },
      reply: { text: HOSTILE },
    }
    const { html = '' } = renderMessage(kind, 'email', 'en', facts)
    expect(html).not.toMatch(/<img|<\/td>"|onerror=alert\(1\)>|href="javascript/)
    expect(html.match(/<td/g)?.length).toBe(html.match(/<\/td>/g)?.length)
  })

  test('shows HTML that a template was given as the text it is', () => {
    const { html = '' } = renderMessage('changed', 'email', 'en', FACTS, {
      subject: '<script>alert(1)</script>',
      body: '<a href="javascript:alert(2)">{{clientName}}</a>\n<b>bold</b>',
    })
    expect(html).not.toMatch(/<script|<b>|javascript:alert\(2\)">/)
    expect(html).toContain('&lt;a href=&quot;javascript:alert(2)&quot;&gt;Maya Alvarez&lt;/a&gt;<br>&lt;b&gt;')
  })

  test('has a subject of one line, whatever the names in it', () => {
    const clinic = { ...FACTS.clinic, name: 'Harbor\r\nBcc: everybody@example.com' }
    const template = { subject: '{{clinicName}}\r\nX-Evil: {{when}}', body: 'x' }
    const { subject } = renderMessage('changed', 'email', 'en', { ...FACTS, clinic }, template)
    expect(subject).toBe('Harbor Bcc: everybody@example.com X-Evil: Tuesday, March 10 at 2:30 PM')
  })

  test('leads nowhere but to the page of its link', () => {
    expect(hrefsIn(mailOf('confirmation').html)).toEqual([LINK, `${LINK}?move#move`, `${LINK}?cancel#cancel`])
    expect(hrefsIn(mailOf('conversation').html)).toEqual([`${LINK}#messages`])
    expect(hrefsIn(mailOf('cancelled').html)).toEqual([])
    expect(hrefsIn(mailOf('confirmation', { ...FACTS, manageUrl: undefined }).html)).toEqual([])
  })

  test('makes the link that a template writes out one to follow', () => {
    const template = { subject: 'x', body: 'See {{manageLink}} or https://evil.example' }
    const { html = '' } = renderMessage('follow_up', 'email', 'en', FACTS, template)
    expect(hrefsIn(html)).toEqual([LINK])
  })

  test('loads nothing from anywhere', () => {
    for (const kind of messageKinds)
      expect(renderMessage(kind, 'email', 'en', FACTS).html).not.toMatch(/src=|url\(|@import|<link|<script/)
  })

  test('strikes out what is not so any more', () => {
    const struck = (html: string) => [...html.matchAll(/<s>([^<]*)<\/s>/g)].map((found) => found[1])
    expect(struck(mailOf('changed').html)).toEqual(['Monday, March 9 at 2:30\u00a0PM', 'Dr. Okafor'])
    expect(struck(mailOf('cancelled').html)).toEqual(['Tuesday, March 10 at 2:30\u00a0PM'])
    expect(struck(mailOf('confirmation').html)).toEqual([])
  })

  test('to a therapist is in the clinic’s zone and names the client by initials', () => {
    const facts = { ...FACTS, client: { ...FACTS.client!, zone: 'America/Los_Angeles' } }
    const { subject, text, html } = renderMessage('therapist_changed', 'email', 'en', facts)
    expect(subject).toBe('Appointment moved: Tuesday, March 10 at 2:30 PM')
    expect(text).toContain('The appointment with MA is now on Tuesday, March 10 at 2:30 PM; it was on Monday')
    expect(html).not.toMatch(/Maya|Alvarez|\/m\//)
    expect(renderMessage('changed', 'email', 'en', facts).subject).toContain('11:30 AM Pacific Time')
  })

  test('about a conversation is in the zone of whoever reads it', () => {
    const facts = { ...FACTS, client: { ...FACTS.client!, zone: 'America/Los_Angeles' } }
    const toTherapist = renderMessage('conversation', 'email', 'en', { ...facts, audience: 'therapist' })
    expect(toTherapist.text).toContain('March 10 at 2:30 PM.')
    expect(toTherapist.text).toContain('because it is in your calendar')
    expect(renderMessage('conversation', 'email', 'en', facts).text).toContain('11:30 AM Pacific Time')
  })

  test('says the time of the right day when the clocks change', () => {
    expect(mailOf('confirmation', at('2026-11-01T06:30Z')).subject).toContain('Sunday, November 1 at 1:30 AM EST')
    expect(mailOf('confirmation', at('2026-03-08T07:30Z')).subject).toContain('Sunday, March 8 at 3:30 AM')
  })
})
