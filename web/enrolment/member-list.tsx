import UsersRound from 'lucide-solid/icons/users-round'
import { For, type JSX, Show } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import type { GroupMemberLineFragment, GroupMemberStatus } from '../generated/graphql.ts'
import { dateInWords, dayWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { attendedInWords, memberMarks } from './member-words.ts'

interface MemberListProps {
  readonly members: readonly GroupMemberLineFragment[]
  readonly openId: string | undefined
  /** Whether people may ask to join. */
  readonly isOpen: boolean
  readonly add: JSX.Element
  readonly onOpen: (id: string) => void
}

/** By where they stand, those who wait to be screened first. */
export function MemberList(props: MemberListProps): JSX.Element {
  const groups = () =>
    (Object.keys(memberMarks) as GroupMemberStatus[])
      .map((status) => ({ status, members: props.members.filter((each) => each.status === status) }))
      .filter(({ members }) => members.length > 0)
  return (
    <Show
      when={props.members.length > 0}
      fallback={
        <EmptyState
          icon={UsersRound}
          title="Nobody yet"
          text={
            props.isOpen
              ? 'Clients who ask to join stand here until somebody has screened them.'
              : 'Enrolment is closed. Open it above for clients to ask to join.'
          }
          action={props.add}
        />
      }
    >
      <For each={groups().map((each) => each.status)}>
        {(status) => {
          const members = () => groups().find((each) => each.status === status)?.members ?? []
          return (
            <section aria-label={memberMarks[status].head}>
              <h2 class="people-group">
                {memberMarks[status].head}
                <span class="figures">{members().length}</span>
              </h2>
              <DataTable
                caption={memberMarks[status].head}
                rows={members()}
                nameHead="Name"
                name={({ client }) => client.name}
                narrowDetail={(row) => sinceInWords(row)}
                columns={columns}
                onOpen={({ id }) => props.onOpen(id)}
                isOpen={({ id }) => id === props.openId}
                isFaded={({ status }) => status === 'DECLINED' || status === 'EXITED'}
              />
            </section>
          )
        }}
      </For>
    </Show>
  )
}

const columns: readonly Column<GroupMemberLineFragment>[] = [
  { head: 'Since', cell: (row) => sinceInWords(row), wideOnly: true },
  { head: 'Screened by', cell: ({ screenedBy }) => screenedBy ?? '', wideOnly: true },
  { head: 'Attended', cell: attendedInWords },
  { head: 'Phone', cell: ({ client }) => <span class="people-short">{showPhone(client.phone)}</span>, wideOnly: true },
]

function sinceInWords({ status, askedAt, screenedAt, joinedOn, exitedOn }: GroupMemberLineFragment): string {
  if (status === 'EXITED' && exitedOn) return `Left ${dayWords(exitedOn)}`
  if (status === 'DECLINED' && screenedAt) return `Declined ${dateInWords(screenedAt)}`
  return joinedOn ? `Joined ${dayWords(joinedOn)}` : `Asked ${dateInWords(askedAt)}`
}
