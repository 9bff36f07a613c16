import { createEffect, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { type MessageTemplateRecordFragment, UpdateMessageTemplateDocument } from '../generated/graphql.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { createPreview } from './create-preview.ts'
import { makeInserter } from './insert-text.ts'
import { TemplateActions } from './template-actions.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { type Variable, VariableList } from './variable-list.tsx'

interface TemplateEditorProps {
  readonly template: MessageTemplateRecordFragment
  readonly variables: readonly Variable[]
  readonly onReload: () => Promise<void>
}

/** The words on one side, what its reader gets on the other. */
export function TemplateEditor(props: TemplateEditorProps): JSX.Element {
  let element: HTMLFormElement | undefined
  const inserter = makeInserter()
  const { kind, channel, language } = props.template
  const form = createForm({
    initial: entriesOf(props.template),
    send: async ({ version, subject, body }, clientMutationId) => {
      const words = { subject: hasSubject() ? subject : null, body }
      const input = { kind, channel, language, expectedVersion: version, ...words, clientMutationId }
      return (await send(UpdateMessageTemplateDocument, { input })).updateMessageTemplate
    },
    done: () => {
      void props.onReload()
      showToast({ text: 'Saved. Messages say this from now on.' })
    },
  })
  const hasSubject = () => channel === 'EMAIL' || channel === 'PORTAL'
  const preview = createPreview(() => ({
    ...{ kind, channel, language, body: form.values.body },
    subject: hasSubject() ? form.values.subject : null,
  }))
  createEffect(() => {
    const fresh = entriesOf(props.template)
    if (!form.isDirty()) form.reset(fresh)
  })
  const takeTheirs = async () => {
    await props.onReload()
    form.reset(entriesOf(props.template))
  }
  const keepMine = async () => {
    await props.onReload()
    form.set('version', props.template.version)
    await form.submit()
  }
  return (
    <div class="template-sides">
      <form
        class="template-form"
        classList={{ long: hasSubject() }}
        ref={element}
        noValidate
        onFocusIn={inserter.remember}
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <FormNotices form={form} onTakeTheirs={takeTheirs} onKeepMine={keepMine} />
        <Show when={hasSubject()}>
          <TextField
            label="Subject"
            hint="It is seen on locked screens: it must not name the client."
            value={form.values.subject}
            problem={form.problem('subject')}
            onInput={(subject) => form.set('subject', subject)}
          />
        </Show>
        <TextArea
          label="Text"
          value={form.values.body}
          problem={form.problem('body')}
          onInput={(body) => form.set('body', body)}
        />
        <VariableList
          variables={props.variables}
          onInsert={(text) => inserter.insert(text, element?.querySelector('textarea'))}
        />
        <TemplateActions
          template={props.template}
          isDirty={form.isDirty()}
          busy={form.busy()}
          onUndo={() => form.reset(entriesOf(props.template))}
          onReset={takeTheirs}
        />
      </form>
      <TemplatePreview channel={channel} answer={preview} />
      <LeaveDialog isDirty={form.isDirty} />
    </div>
  )
}

function entriesOf(template: MessageTemplateRecordFragment) {
  return { version: template.version, subject: template.subject ?? '', body: template.body }
}
