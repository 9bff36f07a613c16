import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { resetMessageTemplate } from '../../../actions/reset-message-template.ts'
import { sendTestMessage } from '../../../actions/send-test-message.ts'
import { updateMessageTemplate } from '../../../actions/update-message-template.ts'
import type { Trx } from '../../../db/connect.ts'
import { getClinic } from '../../../db/queries/clinics.ts'
import { listMessageTemplates } from '../../../db/queries/message-templates.ts'
import type { MessageKind as Kind } from '../../../domain/message.ts'
import { standingTemplates } from '../../../jobs/templates/editable-templates.ts'
import { previewMessage } from '../../../jobs/templates/preview.ts'
import { sampleFacts } from '../../../jobs/templates/sample-facts.ts'
import { variableExamples } from '../../../jobs/templates/variable-examples.ts'
import { type ApiContext, acting, reading } from '../../context.ts'
import { MessageKind } from '../../graphql/enums.ts'
import { recordResult } from '../../records/record-results.ts'
import { MessageScheduled } from '../message-results.ts'
import {
  PreviewMessageInput,
  ResetMessageTemplateInput,
  SendTestMessageInput,
  UpdateMessageTemplateInput,
} from './message-template.inputs.ts'
import { MessagePreview, MessageTemplate, MessageVariable } from './message-template.type.ts'

@ObjectType({ description: 'The words are kept.' })
class MessageTemplateUpdated {
  @Field(() => MessageTemplate, { name: 'template', description: 'As it stands now.' })
  record!: MessageTemplate
}

@ObjectType({ description: 'The words are Daybook’s again.' })
class MessageTemplateReset {
  @Field(() => MessageTemplate, { name: 'template', description: 'As it stands now.' })
  record!: MessageTemplate
}

const UpdateMessageTemplateResult = recordResult('UpdateMessageTemplateResult', MessageTemplateUpdated)
const SendTestMessageResult = recordResult('SendTestMessageResult', MessageScheduled)
const ResetMessageTemplateResult = recordResult('ResetMessageTemplateResult', MessageTemplateReset)

@Resolver()
export class MessageTemplatesResolver {
  @Query(() => [MessageTemplate], { description: 'The words of every message the clinic may put in its own.' })
  messageTemplates(
    @Ctx() context: ApiContext,
    @Arg('kind', () => MessageKind, { nullable: true, description: 'Of this kind only.' }) kind?: Kind,
    @Arg('language', () => String, { nullable: true, description: 'In this language only: ISO 639-1.' })
    language?: string,
  ) {
    return reading(context, 'edit_messages', async (trx, clinicId) =>
      standingTemplates(await listMessageTemplates(trx, clinicId)).filter(
        (each) => (kind ?? each.kind) === each.kind && (language ?? each.language) === each.language,
      ),
    )
  }

  @Query(() => [MessageVariable], { description: 'What the words may say that differs from message to message.' })
  messageVariables(@Ctx() context: ApiContext) {
    return reading(context, 'edit_messages', async (trx, clinicId) =>
      variableExamples(await sample(context, trx, clinicId)),
    )
  }

  @Query(() => MessagePreview, { description: 'What words would become. Quick enough to be asked at every key.' })
  previewMessage(@Ctx() context: ApiContext, @Arg('input', () => PreviewMessageInput) input: PreviewMessageInput) {
    return reading(context, 'edit_messages', async (trx, clinicId) =>
      previewMessage({ ...input, template: input }, await sample(context, trx, clinicId, input.kind)),
    )
  }

  @Mutation(() => UpdateMessageTemplateResult, { description: 'Gives a message the clinic’s own words.' })
  updateMessageTemplate(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateMessageTemplateInput) input: UpdateMessageTemplateInput,
  ) {
    return updateMessageTemplate(acting(context), input)
  }

  @Mutation(() => ResetMessageTemplateResult, { description: 'Gives up the clinic’s own words for Daybook’s.' })
  resetMessageTemplate(
    @Ctx() context: ApiContext,
    @Arg('input', () => ResetMessageTemplateInput) input: ResetMessageTemplateInput,
  ) {
    return resetMessageTemplate(acting(context), input)
  }

  @Mutation(() => SendTestMessageResult, {
    description:
      'Sends the words to whoever wants to see them. They say that it is a test. For administrators; no key may.',
  })
  sendTestMessage(@Ctx() context: ApiContext, @Arg('input', () => SendTestMessageInput) input: SendTestMessageInput) {
    return sendTestMessage(acting(context), input)
  }
}

async function sample({ services }: ApiContext, trx: Trx, clinicId: string, kind?: Kind) {
  return sampleFacts(await getClinic(trx, clinicId), services.now(), services.publicUrl, kind)
}
