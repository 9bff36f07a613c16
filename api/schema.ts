import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { AppointmentsResolver } from './appointments/appointments.resolver.ts'
import { CalendarResolver } from './calendar/calendar.resolver.ts'
import { ViewerResolver } from './clinic/viewer.resolver.ts'
import { LiveResolver } from './live/live.resolver.ts'
import { ResourcesResolver } from './resources/resources.resolver.ts'

/** The whole contract, from the classes that describe it. */
export function makeSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [AppointmentsResolver, CalendarResolver, LiveResolver, ResourcesResolver, ViewerResolver],
    validate: false,
    pubSub: noTopics,
  })
}

/** type-graphql asks for a broker of topics; our subscriptions bring their own source and never use it. */
const noTopics = {
  publish: refuseTopics,
  subscribe: refuseTopics,
}

function refuseTopics(): never {
  throw new Error('a subscription must bring its own source of changes')
}
