import { ask } from './app.ts'

const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) {
  ... on EventCreated { event { id version } } ... on EventRefused { problems { message } } } }`
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) {
  ... on EventPublished { event { id version sessions(first: 20) { nodes { id version } } } }
  ... on EventRefused { problems { message } } } }`
const REGISTER = `mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { __typename
  ... on Registered { registration { id } } ... on Waitlisted { registration { id } }
  ... on RegistrationRefused { problems { message } } } }`
const ENROL = `mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) {
  ... on EnrolmentRequested { member { id version } } ... on RegistrationRefused { problems { message } } } }`
const SCREEN = `mutation ($input: ScreenGroupMemberInput!) { screenGroupMember(input: $input) {
  ... on GroupMemberScreened { member { id version } } ... on RegistrationRefused { problems { message } } } }`

interface Versioned {
  readonly id: string
  readonly version: number
}

export interface PublishedEvent extends Versioned {
  readonly sessions: { readonly nodes: readonly Versioned[] }
}

/** What somebody at the desk does with events, over the wire. */
export function eventsAtDesk(app: { url: string }, proof: string) {
  async function send<Made extends object>(document: string, input: object): Promise<Made> {
    const { data, errors } = await ask<Record<string, Made | { problems: { message: string }[] }>>(
      ...([app, proof, document, { input }] as const),
    )
    if (errors) throw new Error(errors[0]!.message)
    const [answer] = Object.values(data)
    if (!answer || 'problems' in answer) throw new Error(answer?.problems[0]?.message ?? 'no answer')
    return answer
  }
  return {
    async publish(input: object): Promise<PublishedEvent> {
      const { event } = await send<{ event: Versioned }>(CREATE, input)
      const made = await send<{ event: PublishedEvent }>(PUBLISH, { id: event.id, expectedVersion: event.version })
      return made.event
    },
    /** Somebody takes a place, or one in line. */
    register: (eventId: string, sessionId: string | null, name: string, more: object = {}) =>
      send<{ registration: { id: string } }>(REGISTER, {
        ...{ eventId, sessionId, name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` },
        ...more,
      }),
    /** A client is in the group, having been screened. */
    async enrol(eventId: string, clientId: string): Promise<string> {
      const { member } = await send<{ member: Versioned }>(ENROL, { eventId, clientId })
      await send(SCREEN, { id: member.id, expectedVersion: member.version, decision: 'APPROVE' })
      return member.id
    },
  }
}
