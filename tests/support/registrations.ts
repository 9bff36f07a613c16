import type { makeDesk } from './desk.ts'

type Desk = Awaited<ReturnType<typeof makeDesk>>

const PROBLEMS = '... on RegistrationRefused { problems { code message path } }'
const MADE = 'registration { id version status places name email session { id } event { id } }'
export const REGISTER = `mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { __typename
  ... on Registered { token ${MADE} } ... on Waitlisted { token position ${MADE} } ${PROBLEMS} } }`
export const GIVE_BACK = `mutation ($input: CancelRegistrationInput!) { cancelRegistration(input: $input) { __typename
  ... on RegistrationCancelled { registration { id version status cancelledAt } } ${PROBLEMS} } }`

export interface RegistrationSeen {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly name: string
  readonly email: string
}

export interface RegistrationAnswer {
  readonly __typename: string
  readonly registration: RegistrationSeen
  readonly token: string | null
  readonly position?: number
  readonly problems: { code: string; message: string; path: string[] }[]
}

export interface Told<Data> {
  readonly status: number
  readonly retryAfter: string | null
  readonly data: Data
  readonly errors?: { message: string; extensions: { code: string } }[]
}

/** A request of somebody whom nobody knows, who names the clinic. */
export async function askAsStranger<Data>(
  app: { url: string },
  slug: string,
  query: string,
  variables: object = {},
): Promise<Told<Data>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-daybook-clinic': slug },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as Pick<Told<Data>, 'data' | 'errors'>
  return { ...body, status: response.status, retryAfter: response.headers.get('retry-after') }
}

const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename
  ... on EventCreated { event { id version sessions(first: 20) { nodes { id version startsAt } } } }
  ... on EventRefused { problems { message } } } }`
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename
  ... on EventPublished { event { id version sessions(first: 20) { nodes { id version startsAt } } } }
  ... on EventRefused { problems { message } } } }`

export interface EventMade {
  readonly id: string
  readonly version: number
  readonly sessions: { readonly nodes: { id: string; version: number; startsAt: string }[] }
}

/** An event of the desk that the public sees: once on 3 March, with eight places, unless told otherwise. */
export async function publishedEvent(desk: Desk, change: object = {}): Promise<EventMade> {
  const input = {
    ...{ title: 'Sleep class', kind: 'CLASS', facilitatorIds: [desk.chen.id], capacity: 8 },
    ...{ startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:00:00Z', ...change },
  }
  const send = desk.send as unknown as (query: string, input: object) => Promise<{ event?: EventMade }>
  const { event } = await send(CREATE, input)
  if (!event) throw new Error('the event was refused')
  return (await send(PUBLISH, { id: event.id, expectedVersion: event.version })).event!
}
