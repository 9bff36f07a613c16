import './client-appointments.css'
import { For, type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages, type Page } from '../api/create-pages.ts'
import { ClientAppointmentsDocument, type ClientAppointmentsQuery } from '../generated/graphql.ts'
import { spanInWords } from '../session/when.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { statusWords } from './status-words.ts'

type Appointment = NonNullable<ClientAppointmentsQuery['client']>['appointments']['nodes'][number]

const PAGE = 20
const nothing: Page<Appointment> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

/** What lies ahead, the soonest first, and what was, the latest first. */
export function ClientAppointments(props: { readonly clientId: string }): JSX.Element {
  const now = Date.now()
  const pages = createPages(
    () => props.clientId,
    async (id, after) => {
      const { client } = await ask(ClientAppointmentsDocument, { id, first: PAGE, after })
      return client?.appointments ?? nothing
    },
  )
  const isAhead = (each: Appointment) => Date.parse(each.endsAt) > now
  const ahead = () => pages.nodes()?.filter(isAhead).toReversed() ?? []
  const past = () => pages.nodes()?.filter((each) => !isAhead(each)) ?? []
  return (
    <Show when={pages.nodes()} fallback={<Waiting pages={pages} />}>
      <section class="panel-section">
        <h3>Upcoming</h3>
        <Show when={ahead().length > 0} fallback={<p class="visits-none">Nothing is booked.</p>}>
          <Visits appointments={ahead()} />
        </Show>
      </section>
      <Show when={past().length > 0}>
        <section class="panel-section">
          <h3>Past</h3>
          <Visits appointments={past()} />
        </section>
      </Show>
      <MoreButton pages={pages} />
    </Show>
  )
}

function Waiting(props: { readonly pages: ReturnType<typeof createPages<string, Appointment>> }): JSX.Element {
  return (
    <Show when={props.pages.failure()} fallback={<Skeleton lines={3} />}>
      {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
    </Show>
  )
}

function Visits(props: { readonly appointments: readonly Appointment[] }): JSX.Element {
  return (
    <ul class="visits">
      <For each={props.appointments}>
        {(each) => (
          <li class="visit" classList={{ off: each.status === 'CANCELLED' }}>
            <HueMark hue={each.type.hue} />
            <div>
              <time dateTime={each.startsAt}>{spanInWords(each.startsAt, each.endsAt)}</time>
              <p>
                {each.type.name} with {each.therapist.name}
                {each.room ? `, ${each.room.name}` : ''}
              </p>
              <Show when={each.status !== 'BOOKED'}>
                <p class="visit-status">{statusWords[each.status]}</p>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ul>
  )
}
