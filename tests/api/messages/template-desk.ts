import { type Answer, ask } from '../../support/app.ts'

export interface TemplateAnswer {
  readonly kind: string
  readonly channel: string
  readonly language: string
  readonly subject: string | null
  readonly body: string
  readonly version: number
  readonly custom: boolean
}

export interface ChangeAnswer {
  readonly __typename: string
  readonly template: TemplateAnswer
  readonly problems: { code: string; message: string; path: string[] | null }[]
}

export interface PreviewAnswer {
  readonly subject: string | null
  readonly text: string
  readonly html: string | null
  readonly segments: number | null
  readonly characters: number
  readonly encoding: string | null
  readonly problems: string[]
}

const TEMPLATE = '{ kind channel language subject body version custom }'
const PROBLEMS = '... on RecordRefused { problems { code message path } }'
const LIST = `query ($kind: MessageKind, $language: String) { messageTemplates(kind: $kind, language: $language) ${TEMPLATE} }`
const VARIABLES = '{ messageVariables { name description example } }'
const PREVIEW = `query ($input: PreviewMessageInput!) { previewMessage(input: $input) {
  subject text html segments characters encoding problems } }`
const UPDATE = `mutation ($input: UpdateMessageTemplateInput!) { updateMessageTemplate(input: $input) { __typename
  ... on MessageTemplateUpdated { template ${TEMPLATE} } ${PROBLEMS} } }`
const RESET = `mutation ($input: ResetMessageTemplateInput!) { resetMessageTemplate(input: $input) { __typename
  ... on MessageTemplateReset { template ${TEMPLATE} } ${PROBLEMS} } }`

/** Reads and changes the words of a clinic as whoever that proof stands for. */
export function makeTemplateDesk(app: { url: string }, proof: string | undefined) {
  const attemptList = (variables: object = {}) =>
    ask<{ messageTemplates: TemplateAnswer[] }>(app, proof, LIST, { ...variables })
  const attemptVariables = () =>
    ask<{ messageVariables: { name: string; description: string; example: string }[] }>(app, proof, VARIABLES)
  const attemptPreview = (input: object) => ask<{ previewMessage: PreviewAnswer }>(app, proof, PREVIEW, { input })
  const attemptUpdate = (input: object) => ask<{ updateMessageTemplate: ChangeAnswer }>(app, proof, UPDATE, { input })
  const attemptReset = (input: object) => ask<{ resetMessageTemplate: ChangeAnswer }>(app, proof, RESET, { input })
  const list = async (variables: object = {}) => dataOf(await attemptList(variables)).messageTemplates
  return {
    ...{ attemptList, attemptVariables, attemptPreview, attemptUpdate, attemptReset, list },
    variables: async () => dataOf(await attemptVariables()).messageVariables,
    preview: async (input: object) => dataOf(await attemptPreview(input)).previewMessage,
    update: async (input: object) => dataOf(await attemptUpdate(input)).updateMessageTemplate,
    reset: async (input: object) => dataOf(await attemptReset(input)).resetMessageTemplate,
    find: async ({ kind, channel, language }: Pick<TemplateAnswer, 'kind' | 'channel' | 'language'>) =>
      (await list({ kind, language })).find((each) => each.channel === channel),
  }
}

export type TemplateDesk = ReturnType<typeof makeTemplateDesk>

function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return data
}
