import '../form/form.css'
import '../events/events.css'
import Ban from 'lucide-solid/icons/ban'
import DoorOpen from 'lucide-solid/icons/door-open'
import Pause from 'lucide-solid/icons/pause'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import UserCheck from 'lucide-solid/icons/user-check'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import { NoteDialog } from '../form/note-dialog.tsx'
import type { GroupMemberLineFragment, GroupMemberStatus } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import type { Icon } from '../ui/icon.ts'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { type Step, sendStep } from './send-step.ts'

interface Action {
  readonly label: string
  readonly icon: Icon
  readonly kind?: 'primary' | 'danger'
  readonly step: Step
  /** `is in the group`: what is said when it is done. */
  readonly done: string
  /** Asked for before it is done, where a reason or an answer is kept. */
  readonly ask?: { readonly title: string; readonly description: string; readonly note: string }
}

const approve: Action = {
  ...{ label: 'Approve', icon: UserCheck, kind: 'primary', done: 'is in the group' },
  step: { kind: 'screen', decision: 'APPROVE' },
}
const decline: Action = {
  ...{ label: 'Decline…', icon: Ban, kind: 'danger', done: 'is declined' },
  step: { kind: 'screen', decision: 'DECLINE' },
  ask: { title: 'Decline', description: 'Nobody is written to. It can be asked for anew.', note: 'Note' },
}
const hold: Action = {
  ...{ label: 'Put on hold', icon: Pause, done: 'is on hold and keeps the place' },
  step: { kind: 'status', status: 'ON_HOLD' },
}
const back: Action = {
  ...{ label: 'Bring back', icon: RotateCcw, kind: 'primary', done: 'is back in the group' },
  step: { kind: 'status', status: 'ACTIVE' },
}
const leave: Action = {
  ...{ label: 'Leaves…', icon: DoorOpen, kind: 'danger', done: 'has left the group' },
  step: { kind: 'status', status: 'EXITED' },
  ask: {
    title: 'Leaves the group',
    description: 'The place is free again. To come back, it is asked for anew.',
    note: 'Why',
  },
}

const actionsFrom: Readonly<Record<GroupMemberStatus, readonly Action[]>> = {
  SCREENING: [approve, decline],
  ACTIVE: [hold, leave],
  ON_HOLD: [back, leave],
  DECLINED: [],
  EXITED: [],
}

interface MemberActionsProps {
  readonly member: GroupMemberLineFragment
  readonly onChanged: () => void
}

/** What may become of her in the group. */
export function MemberActions(props: MemberActionsProps): JSX.Element {
  const ids = makeIds()
  const [busy, setBusy] = createSignal<Action>()
  const [asked, setAsked] = createSignal<Action>()
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(action: Action, note = ''): Promise<void> {
    if (busy()) return
    const { client, id, version: expectedVersion } = props.member
    setBusy(action)
    const given = { id, expectedVersion, note: note || null }
    const outcome = await sendStep(action.step, given, ids.of([action.step, given]))
    setBusy(undefined)
    if (outcome.kind !== 'failed') ids.forget()
    setMessages(outcome.kind === 'done' ? [] : outcome.messages)
    if (outcome.kind === 'done') {
      setAsked(undefined)
      showToast({ text: `${client.name} ${action.done}.` })
    }
    props.onChanged()
  }

  return (
    <section aria-label="Actions">
      <div role="alert" class="form-notices">
        <Show when={!asked()}>
          <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </Show>
      </div>
      <div class="event-actions">
        <For each={actionsFrom[props.member.status]}>
          {(action) => (
            <Button
              kind={action.kind ?? 'plain'}
              icon={action.icon}
              busy={busy() === action}
              onClick={() => (action.ask ? setAsked(action) : void run(action))}
            >
              {action.label}
            </Button>
          )}
        </For>
      </div>
      <Show when={asked()}>
        {(action) => (
          <NoteDialog
            title={`${action().ask!.title}: ${props.member.client.name}`}
            description={action().ask!.description}
            keepLabel="Leave it"
            goLabel={action().label.replace('…', '')}
            noteLabel={action().ask!.note}
            busy={busy() !== undefined}
            message={messages().join(' ') || undefined}
            onClose={() => {
              setAsked(undefined)
              setMessages([])
            }}
            onGo={(note) => void run(action(), note)}
          />
        )}
      </Show>
    </section>
  )
}
