import CalendarCheck from 'lucide-solid/icons/calendar-check'
import { createMemo, createSignal, createUniqueId, For, type JSX } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import type { MessageKind, ReminderPolicyRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { FieldProblem } from '../ui/field.tsx'
import { channelsFor } from './channels-for.ts'
import { type Example, exampleStart, exampleTime } from './example.ts'
import { ExampleFields } from './example-fields.tsx'
import { exampleWords, instantWords } from './example-words.ts'
import { NoticeRow } from './notice-row.tsx'
import { groupNotices, type NoticeEntries, type PolicyEntries } from './policy-entries.ts'

interface NoticeListsProps {
  readonly form: Form<PolicyEntries>
  readonly policy: ReminderPolicyRecordFragment
}

/** What is sent: along the time of an appointment, when something happens to it, and to the therapist. */
export function NoticeLists(props: NoticeListsProps): JSX.Element {
  const groups = createMemo(() => groupNotices(props.policy.notices))
  const [example, setExample] = createSignal<Example>({ weekday: 1, time: '09:00' })
  const { zone } = viewer().clinic
  const startsAt = createMemo(() => exampleStart(example(), Date.now(), zone))
  const exampleOf = (notice: NoticeEntries) => {
    const time = exampleTime(notice, props.form.values, startsAt(), zone)
    return time && exampleWords(time)
  }
  return (
    <>
      <Group
        title="Around an appointment"
        text="What the client hears, from the booking until afterwards. Every reminder can be answered: confirm, cancel, or ask for another time. Who cannot be reached by SMS or call is written an e-mail."
      >
        <ExampleFields example={example()} onChange={setExample} />
        <FieldProblem text={props.form.problem('notices')} />
        <ol class="notices along">
          <Rows form={props.form} kinds={groups().before} exampleOf={exampleOf} />
          <li class="notice-start">
            <CalendarCheck size={16} />
            The appointment
            <span>{instantWords(startsAt())}</span>
          </li>
          <Rows form={props.form} kinds={groups().after} exampleOf={exampleOf} />
        </ol>
      </Group>
      <Group title="When something changes" text="What the client hears when the clinic moves or cancels.">
        <ul class="notices">
          <Rows form={props.form} kinds={groups().changes} />
        </ul>
      </Group>
      <Group title="To the therapist" text="About what others did in their calendar, not what they did themselves.">
        <ul class="notices">
          <Rows form={props.form} kinds={groups().therapist} />
        </ul>
      </Group>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly text: string
  readonly children: JSX.Element
}

function Group(props: GroupProps): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="policy-section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="policy-text">{props.text}</p>
      {props.children}
    </section>
  )
}

interface RowsProps {
  readonly form: Form<PolicyEntries>
  readonly kinds: readonly MessageKind[]
  readonly exampleOf?: (notice: NoticeEntries) => string | undefined
}

function Rows(props: RowsProps): JSX.Element {
  const change = (kind: MessageKind, part: Partial<NoticeEntries>) =>
    props.form.set(
      'notices',
      props.form.values.notices.map((each) => (each.kind === kind ? { ...each, ...part } : each)),
    )
  const noticeOf = (kind: MessageKind) => props.form.values.notices.find((each) => each.kind === kind)!
  return (
    <For each={props.kinds}>
      {(kind) => (
        <NoticeRow
          notice={noticeOf(kind)}
          example={props.exampleOf?.(noticeOf(kind))}
          channels={channelsFor(kind, noticeOf(kind).channels)}
          onChange={(part) => change(kind, part)}
        />
      )}
    </For>
  )
}
