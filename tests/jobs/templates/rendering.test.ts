import { describe, expect, test } from 'vitest'
import { messageKinds } from '../../../domain/message.ts'
import { defaultTemplates } from '../../../jobs/templates/editable-templates.ts'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { measureText } from '../../../jobs/templates/text-message.ts'
import { FACTS } from './facts.ts'

describe('a message', () => {
  test('says when, with whom, and what to answer, in a text', () => {
    expect(renderMessage('day_before', 'sms', 'en', FACTS)).toEqual({
      text: 'Harbor Clinic: a reminder of your appointment on Tue, Mar 10 at 2:30 PM with Dr. Chen. Reply YES to confirm, NO to cancel, MOVE for another time.',
      attachments: [],
      segments: 1,
    })
  })

  test('is in the language asked for, and in English when nobody has written that down yet', () => {
    expect(renderMessage('changed', 'email', 'es', FACTS).subject).toBe(
      'Su cita ha cambiado: martes 10 de marzo a las 2:30 pm',
    )
    expect(renderMessage('changed', 'email', 'xx', FACTS)).toEqual(renderMessage('changed', 'email', 'en', FACTS))
  })

  test.each(messageKinds.flatMap((kind) => ['en', 'es'].map((language) => [kind, language] as const)))(
    'of kind %s has words for every channel in %s, and leaves no variable empty-handed',
    (kind, language) => {
      for (const channel of ['email', 'sms', 'voice', 'portal'] as const) {
        const { text, subject = '', html = '' } = renderMessage(kind, channel, language, FACTS)
        expect(text).not.toBe('')
        expect(`${text}${subject}${html}`).not.toMatch(/\{\{|\}\}|undefined|null|NaN/)
      }
    },
  )

  test.each(messageKinds)('of kind %s names the client in no subject, and takes three segments at most', (kind) => {
    for (const language of ['en', 'es']) {
      expect(renderMessage(kind, 'email', language, FACTS).subject).not.toMatch(/Maya|Alvarez|M\.? ?A\b/)
      expect(renderMessage(kind, 'sms', language, FACTS).segments).toBeLessThanOrEqual(3)
    }
  })

  test.each(defaultTemplates.filter((each) => each.channel === 'sms'))(
    'of kind $kind in $language is texted in the alphabet that has room for more',
    ({ kind, language }) => {
      expect(measureText(renderMessage(kind, 'sms', language, FACTS).text).encoding).toBe('GSM-7')
    },
  )

  test.each([
    ['Maya Alvarez', 'Maya', 'MA'],
    ['  maya   de la Cruz ', 'maya', 'MDLC'],
    ['Maya & Leo Alvarez', 'Maya', 'MLA'],
    ['Élodie', 'Élodie', 'É'],
    ['“Bo” (Robert) 李', '“Bo”', 'BR李'],
  ])('calls %s by first name and initials', (name, firstName, initials) => {
    const template = { body: '{{clientFirstName}}/{{clientInitials}}' }
    const facts = { ...FACTS, client: { ...FACTS.client!, name } }
    expect(renderMessage('changed', 'portal', 'en', facts, template).text).toBe(`${firstName}/${initials}`)
  })

  test('says nothing of what it does not know', () => {
    const facts = { clinic: FACTS.clinic, client: null, appointment: null }
    const { text, html } = renderMessage('conversation', 'email', 'en', facts)
    expect(`${text}${html}`).not.toMatch(/undefined|null|NaN|Invalid/)
  })
})
