import UsersRound from 'lucide-solid/icons/users-round'
import { createSignal, type JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { type MemberRecordFragment, MembersDocument } from '../generated/graphql.ts'
import { roleWords } from '../shell/role-words.ts'
import { Badge } from '../ui/badge.tsx'
import { MemberPanel } from './member-panel.tsx'
import { RecordsPage } from './records-page.tsx'
import { type HandedLink, SignInLinkDialog } from './sign-in-link-dialog.tsx'

export default function MembersPage(): JSX.Element {
  const answer = createAnswer(MembersDocument, () => ({}))
  const [handed, setHanded] = createSignal<HandedLink>()
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.members.find((each) => each.id === id)
  }
  return (
    <>
      <RecordsPage
        title="Members"
        newLabel="New member"
        rows={answer.data()?.members}
        failure={answer.failure()}
        onRetry={answer.again}
        nameHead="Name"
        name={(row) => row.name}
        columns={[
          { head: 'E-mail', cell: (row) => row.email, wideOnly: true },
          { head: 'Role', cell: (row) => roleWords(row.role) },
          { head: 'Sign-in', cell: signInState },
        ]}
        isAway={(row) => !row.active}
        awayWord="former members"
        empty={{
          icon: UsersRound,
          title: 'No members yet',
          text: 'A member signs in: an administrator, a receptionist or a therapist.',
        }}
        panel={(row, close) => (
          <MemberPanel
            member={row}
            therapists={answer.data()?.therapists ?? []}
            latest={latest}
            onSaved={() => void answer.again()}
            onLink={setHanded}
            onClose={close}
          />
        )}
      />
      <SignInLinkDialog handed={handed()} onClose={() => setHanded(undefined)} />
    </>
  )
}

function signInState(member: MemberRecordFragment): JSX.Element {
  if (!member.active) return <Badge>Archived</Badge>
  return member.hasSignedIn ? 'Has a password' : <Badge tone="warning">Link not used yet</Badge>
}
