import UsersRound from 'lucide-solid/icons/users-round'
import { type JSX, Match, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import { showPhone } from '../clients/phone.ts'
import type { RegistrationLineFragment } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { RegistrationStanding } from './registration-status.tsx'
import { type Placed, placed, placesWord } from './registration-words.ts'

interface RegistrationListProps {
  readonly pages: Pages<RegistrationLineFragment>
  readonly caption: string
  readonly openId: string | undefined
  /** Whether only those of one standing are shown. */
  readonly isFiltered: boolean
  /** Why nobody can be there yet, or what there is to do. */
  readonly emptyText: string
  readonly add: JSX.Element
  readonly onOpen: (id: string) => void
}

/** Who registered, in order of arrival. */
export function RegistrationList(props: RegistrationListProps): JSX.Element {
  const rows = () => props.pages.nodes() && placed(props.pages.nodes()!)
  return (
    <>
      <Switch fallback={<SkeletonRows rows={6} />}>
        <Match when={rows()?.length === 0 && props.isFiltered}>
          <EmptyState icon={UsersRound} title="None of these" text="No registration fits what is chosen above." />
        </Match>
        <Match when={rows()?.length === 0}>
          <EmptyState icon={UsersRound} title="Nobody yet" text={props.emptyText} action={props.add} />
        </Match>
        <Match when={rows()}>
          {(shown) => (
            <DataTable
              caption={props.caption}
              rows={shown()}
              nameHead="Name"
              name={({ line }) => line.name}
              narrowDetail={(row) => [placesWord(row.line.places), reachOf(row)].filter(Boolean).join(' · ')}
              columns={columns}
              onOpen={({ line }) => props.onOpen(line.id)}
              isOpen={({ line }) => line.id === props.openId}
              isFaded={({ line }) => line.status === 'CANCELLED'}
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

const columns: readonly Column<Placed>[] = [
  { head: 'Standing', cell: (row) => <RegistrationStanding placed={row} /> },
  { head: 'Places', cell: ({ line }) => line.places, wideOnly: true, align: 'end' },
  { head: 'E-mail', cell: ({ line }) => line.email, wideOnly: true },
  { head: 'Phone', cell: ({ line }) => <span class="people-short">{showPhone(line.phone)}</span>, wideOnly: true },
  {
    head: 'Registered',
    cell: ({ line }) => <span class="people-short">{timeInWords(line.registeredAt)}</span>,
    wideOnly: true,
  },
]

function reachOf({ line }: Placed): string {
  return showPhone(line.phone) || line.email
}
