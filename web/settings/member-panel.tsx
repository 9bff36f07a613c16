import KeyRound from 'lucide-solid/icons/key-round'
import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { emailProblem } from '../form/email.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  ArchiveMemberDocument,
  CreateMemberDocument,
  type MemberRecordFragment,
  MemberRole,
  RenewInvitationDocument,
  UpdateMemberDocument,
} from '../generated/graphql.ts'
import { roleWords } from '../shell/role-words.ts'
import { MenuItem } from '../ui/menu.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import type { HandedLink } from './sign-in-link-dialog.tsx'

interface MemberPanelProps {
  readonly member: MemberRecordFragment | undefined
  readonly therapists: readonly { readonly id: string; readonly name: string }[]
  readonly latest: (id: string) => Promise<MemberRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onLink: (link: HandedLink) => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly therapistId: string
}

const roles = [MemberRole.Admin, MemberRole.Receptionist, MemberRole.Therapist].map((value) => ({
  value,
  label: roleWords(value),
}))

const mayWords: Record<MemberRole, string> = {
  ADMIN: 'May do everything, settings and members included.',
  RECEPTIONIST: 'May change the whole calendar and all clients.',
  THERAPIST: 'Sees the calendar and the clients; changes only the own calendar.',
}

export function MemberPanel(props: MemberPanelProps): JSX.Element {
  const finish = (name: string, link: string | null, said: string) => {
    props.onSaved()
    if (link) props.onLink({ name, link })
    else showToast({ text: said })
    props.onClose()
  }
  const form = createForm({
    initial: entriesOf(props.member),
    check: (entries) => ({ email: props.member ? undefined : emailProblem(entries.email) }),
    send: (entries, clientMutationId) => save(props.member?.id, entries, clientMutationId),
    done: ({ member, signInLink }) => finish(member.name, signInLink, `${member.name} is saved.`),
  })
  const archive = (member: MemberRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: member.id, expectedVersion: member.version, archived, clientMutationId }
        return (await send(ArchiveMemberDocument, { input })).archiveMember
      },
      done: () => finish(member.name, null, `${member.name} ${archived ? 'can no longer sign in' : 'is back'}.`),
    })
  const renew = (member: MemberRecordFragment) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: member.id, clientMutationId }
        return (await send(RenewInvitationDocument, { input })).renewInvitation
      },
      done: ({ signInLink }) => finish(member.name, signInLink, `${member.name} can sign in already.`),
    })
  return (
    <RecordPanel
      title={props.member?.name ?? 'New member'}
      form={form}
      saveLabel={props.member ? 'Save' : 'Add member'}
      onClose={props.onClose}
      latest={async () => props.member && entriesOf(await props.latest(props.member.id))}
      actions={
        <Show when={props.member}>
          {(member) => (
            <ArchiveMenu name={member().name} active={member().active} onArchive={(away) => archive(member(), away)}>
              <Show when={member().active && !member().hasSignedIn}>
                <MenuItem icon={KeyRound} onSelect={() => renew(member())}>
                  Make a new sign-in link
                </MenuItem>
              </Show>
            </ArchiveMenu>
          )}
        </Show>
      }
    >
      <TextField
        label="Name"
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <TextField
        label="E-mail"
        type="email"
        required
        disabled={props.member !== undefined}
        hint={props.member ? 'The sign-in name; it cannot be changed.' : 'The sign-in name.'}
        value={form.values.email}
        problem={form.problem('email')}
        onInput={(email) => form.set('email', email)}
      />
      <SelectField
        label="Role"
        hint={mayWords[form.values.role]}
        value={form.values.role}
        options={roles}
        problem={form.problem('role')}
        onChange={(role) => form.set('role', role)}
      />
      <SelectField
        label="Own calendar"
        hint="The therapist this member is."
        value={form.values.therapistId}
        options={[
          { value: '', label: 'None' },
          ...props.therapists.map((each) => ({ value: each.id, label: each.name })),
        ]}
        problem={form.problem('therapistId')}
        onChange={(therapistId) => form.set('therapistId', therapistId)}
      />
    </RecordPanel>
  )
}

function entriesOf(member: MemberRecordFragment | undefined): Entries {
  return {
    version: member?.version ?? 0,
    name: member?.name ?? '',
    email: member?.email ?? '',
    role: member?.role ?? MemberRole.Receptionist,
    therapistId: member?.therapistId ?? '',
  }
}

async function save(id: string | undefined, entries: Entries, clientMutationId: string) {
  const { name, role, version: expectedVersion } = entries
  const therapistId = entries.therapistId || null
  if (id === undefined) {
    const input = { name, email: entries.email.trim(), role, therapistId, clientMutationId }
    return (await send(CreateMemberDocument, { input })).createMember
  }
  const input = { id, expectedVersion, name, role, therapistId, clientMutationId }
  return { signInLink: null, ...(await send(UpdateMemberDocument, { input })).updateMember }
}
