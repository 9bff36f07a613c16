import Archive from 'lucide-solid/icons/archive'
import FilePen from 'lucide-solid/icons/file-pen'
import Globe from 'lucide-solid/icons/globe'
import { createSignal, For, type JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import {
  ArchiveEventDocument,
  type EventRecordFragment,
  PublishEventDocument,
  type PublishEventMutation,
  type PublishStatus,
  UnpublishEventDocument,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Icon } from '../ui/icon.ts'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'

interface Step {
  readonly label: string
  readonly icon: Icon
  readonly done: string
  readonly kind?: 'primary' | 'quiet'
  readonly send: (input: StepInput) => Promise<{ readonly __typename: string } | Refused>
}

type Refused = Extract<PublishEventMutation['publishEvent'], { __typename: 'EventRefused' }>

interface StepInput {
  readonly id: string
  readonly expectedVersion: number
  readonly clientMutationId: string
}

const publish: Step = {
  ...{ label: 'Publish', icon: Globe, done: 'is published', kind: 'primary' },
  send: async (input) => (await send(PublishEventDocument, { input })).publishEvent,
}
const unpublish: Step = {
  ...{ label: 'Back to draft', icon: FilePen, done: 'is a draft again' },
  send: async (input) => (await send(UnpublishEventDocument, { input })).unpublishEvent,
}
const archive: Step = {
  ...{ label: 'Archive', icon: Archive, done: 'is archived', kind: 'quiet' },
  send: async (input) => (await send(ArchiveEventDocument, { input })).archiveEvent,
}

const stepsFrom: Record<PublishStatus, readonly Step[]> = {
  DRAFT: [publish, archive],
  PUBLISHED: [unpublish, archive],
  ARCHIVED: [unpublish],
}

const meaning: Record<PublishStatus, string> = {
  DRAFT: 'Only the clinic sees it. Publishing puts it on the public page, where people can register.',
  PUBLISHED: 'The public sees it. As a draft it leaves the public page; its sessions keep their time in the calendar.',
  ARCHIVED: 'It is over. What was still to come of it is cancelled, and no sessions are added.',
}

interface PublishingProps {
  readonly event: EventRecordFragment
  readonly onChanged: () => void
}

/** Whether the public sees the event, and what would change that. */
export function Publishing(props: PublishingProps): JSX.Element {
  const ids = makeIds()
  const [busy, setBusy] = createSignal<Step>()
  const [isArchiving, setArchiving] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(step: Step): Promise<void> {
    if (busy()) return
    const { id, version: expectedVersion, title } = props.event
    const input = { id, expectedVersion }
    setBusy(step)
    try {
      const answer = await step.send({ ...input, clientMutationId: ids.of([step.label, input]) })
      ids.forget()
      const problems = 'problems' in answer ? answer.problems : []
      setMessages(problems.map((each) => each.message))
      if (problems.length === 0) showToast({ text: `${title} ${step.done}.` })
      props.onChanged()
    } catch (reason) {
      const { what, next } = wordsOfFailure(asFailure(reason))
      setMessages([`${what}. ${next}`])
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <section class="event-publishing" aria-label="Publishing">
      <p>{meaning[props.event.publishStatus]}</p>
      <div role="alert" class="form-notices">
        <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
      </div>
      <div class="event-actions">
        <For each={stepsFrom[props.event.publishStatus]}>
          {(step) => (
            <Button
              kind={step.kind ?? 'plain'}
              icon={step.icon}
              busy={busy() === step}
              onClick={() => (step === archive ? setArchiving(true) : void run(step))}
            >
              {step.label}
            </Button>
          )}
        </For>
      </div>
      <Dialog
        open={isArchiving()}
        onClose={() => setArchiving(false)}
        title={`Archive ${props.event.title}?`}
        description="It leaves the public page. Every session still to come is cancelled."
        actions={
          <>
            <Button onClick={() => setArchiving(false)}>Keep it</Button>
            <Button
              kind="danger"
              onClick={() => {
                setArchiving(false)
                void run(archive)
              }}
            >
              Archive the event
            </Button>
          </>
        }
      />
    </section>
  )
}
