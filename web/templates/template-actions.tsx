import Send from 'lucide-solid/icons/send'
import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { runChange } from '../form/run-change.ts'
import {
  type MessageTemplateRecordFragment,
  ResetMessageTemplateDocument,
  UpdateMessageTemplateDocument,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { TestDialog } from './test-dialog.tsx'

interface TemplateActionsProps {
  readonly template: MessageTemplateRecordFragment
  readonly isDirty: boolean
  readonly busy: boolean
  readonly onUndo: () => void
  /** The template is another one now. */
  readonly onReset: () => Promise<void>
}

/** What may be done with the words that are written. */
export function TemplateActions(props: TemplateActionsProps): JSX.Element {
  const [isTesting, setTesting] = createSignal(false)
  return (
    <div class="template-actions">
      <Button kind="primary" type="submit" busy={props.busy} disabled={!props.isDirty}>
        Save
      </Button>
      <Show
        when={props.isDirty}
        fallback={
          <Show when={props.template.custom}>
            <Button kind="quiet" onClick={() => reset(props.template, props.onReset)}>
              Back to the built-in words
            </Button>
          </Show>
        }
      >
        <Button kind="quiet" onClick={props.onUndo}>
          Undo changes
        </Button>
      </Show>
      <span class="top-bar-gap" />
      <Button icon={Send} onClick={() => setTesting(true)}>
        Send a test…
      </Button>
      <Show when={isTesting()}>
        <TestDialog template={props.template} isDirty={props.isDirty} onClose={() => setTesting(false)} />
      </Show>
    </div>
  )
}

/** Takes the clinic's own words away; the toast can put them back. */
function reset(template: MessageTemplateRecordFragment, onReset: () => Promise<void>): void {
  const { kind, channel, language, version, subject, body } = template
  const place = { kind, channel, language }
  const putBack = (expectedVersion: number) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { ...place, expectedVersion, subject, body, clientMutationId }
        return (await send(UpdateMessageTemplateDocument, { input })).updateMessageTemplate
      },
      done: () => void onReset(),
    })
  void runChange({
    send: async (clientMutationId) => {
      const input = { ...place, expectedVersion: version, clientMutationId }
      return (await send(ResetMessageTemplateDocument, { input })).resetMessageTemplate
    },
    done: (answer) => {
      void onReset()
      const undo = { label: 'Undo', run: () => void putBack(answer.template.version) }
      showToast({ text: 'Back to the built-in words.', action: undo, seconds: 10 })
    },
  })
}
