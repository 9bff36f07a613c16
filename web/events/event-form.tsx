import { createSignal, type JSX, Show } from 'solid-js'
import { localDateOf, wallClock } from '../../domain/zone.ts'
import { createAnswer } from '../api/create-answer.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { AwayResourcesDocument, type EventRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { checkEntries, emptyEntries, entriesOf } from './event-entries.ts'
import { EventFields } from './event-fields.tsx'
import { repeatsInWords } from './event-words.ts'
import { HindranceNotice } from './hindrance-notice.tsx'
import { type Hindrance, type SaveWish, saveEvent } from './save-event.ts'

const asEntered = { skipClashes: false, override: undefined }

interface EventFormProps {
  readonly event: EventRecordFragment | undefined
  readonly knownTags: readonly string[]
  readonly latest: () => Promise<EventRecordFragment | undefined>
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

/** An event being drafted or changed. Its sessions take their time in the calendar at once, or are refused one by one. */
export function EventForm(props: EventFormProps): JSX.Element {
  const { zone } = viewer().clinic
  const { event } = props
  const resources = createAnswer(AwayResourcesDocument, () => ({}))
  const [hindrance, setHindrance] = createSignal<Hindrance>()
  let instead: Pick<SaveWish, 'skipClashes' | 'override'> = asEntered
  const form = createForm({
    initial: event ? entriesOf(event, zone) : emptyEntries(Date.now(), zone),
    check: checkEntries,
    send: (entries, clientMutationId) =>
      saveEvent({ event, entries, zone, ...instead, clientMutationId }, setHindrance),
    done: ({ event: saved }) => {
      showToast({
        text: event ? `${saved.title} is saved.` : `${saved.title} is a draft. Publish it when it is ready.`,
      })
      props.onSaved(saved.id)
    },
  })
  async function submitWith(other: Partial<typeof instead>): Promise<void> {
    instead = { ...asEntered, ...other }
    await form.submit()
    instead = asEntered
  }
  function take(startsAt: string): void {
    const at = Date.parse(startsAt)
    form.set('startsAt', localDateOf(at, zone))
    form.set('startTime', wallClock(at, zone).time)
    setHindrance(undefined)
  }
  return (
    <RecordPanel
      title={event?.title ?? 'New event'}
      form={form}
      saveLabel={event ? 'Save' : 'Create draft'}
      onClose={props.onClose}
      latest={async () => {
        const latest = await props.latest()
        return latest && entriesOf(latest, zone)
      }}
    >
      <div role="alert" class="form-notices">
        <Show when={hindrance()}>
          {(known) => (
            <HindranceNotice
              hindrance={known()}
              verb={event ? 'Save' : 'Create'}
              onSkip={() => void submitWith({ skipClashes: true })}
              onOverride={(override) => void submitWith({ override })}
              onTake={take}
            />
          )}
        </Show>
      </div>
      <Show when={resources.failure()}>
        {(failure) => (
          <Notice tone="danger">
            {wordsOfFailure(failure()).what}: therapists and rooms are not known.{' '}
            <Button onClick={() => void resources.again()}>Try again</Button>
          </Notice>
        )}
      </Show>
      <EventFields
        form={form}
        resources={resources.data()?.resources ?? []}
        knownTags={props.knownTags}
        ownRule={event ? repeatsInWords(event) : ''}
        ownRrule={event?.rrule ?? null}
      />
    </RecordPanel>
  )
}
