import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../../jobs/templates/check-template.ts'
import { defaultTemplates } from '../../../jobs/templates/editable-templates.ts'
import { previewMessage, wordProblems } from '../../../jobs/templates/preview.ts'
import { FACTS } from './facts.ts'

const bodyProblems = (body: string) => checkTemplate('sms', { body }).map((each) => each.message)
const subjectProblems = (subject: string) => checkTemplate('email', { subject, body: 'x' }).map((each) => each.message)

describe('the words of a template', () => {
  test.each([
    ['plain words', 'See you soon'],
    ['a variable', 'See you {{when}}'],
    ['a variable with spaces', 'See you {{ when }}'],
    ['a variable that asks not to be escaped, as nothing is here', 'See you {{{when}}}, {{&time}}'],
    ['a condition', '{{#hasRoom}}In {{roomName}}{{/hasRoom}}{{^hasRoom}}Online{{/hasRoom}}'],
    ['a brace alone', 'See you :-{ soon }'],
  ])('may be %s', (_, body) => {
    expect(bodyProblems(body)).toEqual([])
  })

  test.each([
    ['Hello {{nobody}}', 'There is no {{nobody}}.'],
    ['Hello {{client_name}}', 'There is no {{client_name}}. Did you mean {{clientName}}?'],
    ['{{notes}}', 'There is no {{notes}}.'],
    ['{{constructor}}', 'There is no {{constructor}}.'],
    ['{{.}}', 'There is no {{.}}.'],
    ['{{when.length}}', 'There is no {{when.length}}.'],
    ['{{hasRoom}}', '{{hasRoom}} says nothing by itself: write {{#hasRoom}}…{{/hasRoom}} around words.'],
    [
      '{{#clientName}}x{{/clientName}}',
      '{{#clientName}} is no condition. There are hasRoom, hasLocation, hasPrevious, hasNewTherapist, hasManageLink.',
    ],
    ['{{#hasRoom}}{{nobody}}{{/hasRoom}}', 'There is no {{nobody}}.'],
    ['Hello {{clientName', 'A {{ is not closed with }}.'],
    ['{{#hasRoom}}x', '{{#hasRoom}} is not closed: write {{/hasRoom}} where its words end.'],
    ['x{{/hasRoom}}', '{{/hasRoom}} closes nothing.'],
    ['{{> partial}}', '{{>partial}} cannot be used here: only variables and conditions can.'],
    ['{{! a comment }}', '{{!a comment}} cannot be used here: only variables and conditions can.'],
    ['   ', 'The message must not be empty.'],
    ['\u202eevil', 'The message must not contain characters that turn the direction of text.'],
  ])('may not be %s', (body, problem) => {
    expect(bodyProblems(body)).toEqual([problem])
  })

  test('may not change how variables are written', () => {
    expect(bodyProblems('{{=<% %>=}}<% clientName %>')).not.toEqual([])
  })

  test('say nothing of the client in a subject', () => {
    for (const name of ['clientName', 'clientFirstName', 'clientInitials', 'typeName', 'answer'])
      expect(subjectProblems(`About {{${name}}}`)).toEqual([
        `A subject must not say {{${name}}}: it is shown on locked screens.`,
      ])
    expect(subjectProblems('About {{#hasRoom}}{{clientName}}{{/hasRoom}}')).toHaveLength(1)
    expect(subjectProblems('')).toEqual(['The subject must not be empty.'])
    expect(subjectProblems('x'.repeat(201))).toEqual(['The subject must have at most 200 characters.'])
  })

  test.each(defaultTemplates)('are in order as Daybook has them: $kind by $channel in $language', (ours) => {
    const { kind, channel, language, template } = ours
    expect(wordProblems({ kind, channel, language, template }, FACTS)).toEqual([])
  })

  test('are previewed within a key stroke, also when they are as long as they may be', () => {
    const facts = FACTS
    const words = 'Hello {{clientName}}, see you {{when}}. '
    const started = performance.now()
    for (const [channel, times] of [
      ['email', 250],
      ['sms', 25],
      ['sms', 250],
    ] as const) {
      const template = { subject: 'x', body: words.repeat(times) }
      previewMessage({ kind: 'changed', channel, language: 'en', template }, facts)
    }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
