import UsersRound from 'lucide-solid/icons/users-round'
import { type JSX, Match, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import type { ClientRecordFragment } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { showPhone } from './phone.ts'
import { ReferralBadge } from './referral-badge.tsx'

interface ClientListProps {
  readonly pages: Pages<ClientRecordFragment>
  readonly openId: string | undefined
  readonly words: string
  readonly onOpen: (id: string) => void
}

export function ClientList(props: ClientListProps): JSX.Element {
  return (
    <>
      <Switch fallback={<SkeletonRows rows={12} />}>
        <Match when={props.pages.nodes()?.length === 0 && props.words}>
          <EmptyState
            icon={UsersRound}
            title={`Nobody fits “${props.words}”`}
            text="Every word is looked for in the name, the e-mail and the phone number."
          />
        </Match>
        <Match when={props.pages.nodes()?.length === 0}>
          <EmptyState
            icon={UsersRound}
            title="No clients yet"
            text="A client is a person who comes. Add the first one, or book an appointment and add the client there."
          />
        </Match>
        <Match when={props.pages.nodes()}>
          {(clients) => (
            <DataTable
              caption="Clients"
              rows={clients()}
              nameHead="Name"
              name={(row) => row.name}
              columns={[
                { head: 'Phone', cell: (row) => showPhone(row.phone) },
                { head: 'E-mail', cell: (row) => row.email, wideOnly: true },
                { head: 'Referral', cell: (row) => <ReferralBadge client={row} />, wideOnly: true },
              ]}
              onOpen={(row) => props.onOpen(row.id)}
              isOpen={(row) => row.id === props.openId}
              isFaded={(row) => !row.active}
            />
          )}
        </Match>
        <Match when={props.pages.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
        </Match>
      </Switch>
      <MoreButton pages={props.pages} />
    </>
  )
}
