/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment AppointmentCard on Appointment {\n  __typename\n  id\n  version\n  status\n  startsAt\n  endsAt\n  client {\n    id\n    name\n  }\n  therapist {\n    id\n  }\n  room {\n    id\n  }\n  type {\n    id\n    name\n    hue\n  }\n  bufferBeforeMinutes\n  bufferAfterMinutes\n  overbooked\n  confirmedAt\n  notes\n}\n\nfragment TimeOffBlock on TimeOff {\n  __typename\n  id\n  version\n  resource {\n    id\n  }\n  startsAt\n  endsAt\n  reason\n  timeOffStatus: status\n}\n\nsubscription CalendarChanged($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {\n  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {\n    cursor\n    at\n    actor {\n      kind\n      name\n    }\n    clientMutationId\n    upserted {\n      ...AppointmentCard\n      ...TimeOffBlock\n    }\n    removedId\n    snapshotRequired\n  }\n}": typeof types.AppointmentCardFragmentDoc,
    "query Viewer {\n  viewer {\n    kind\n    name\n    email\n    role\n    therapistId\n    rights\n    scopes\n    clinic {\n      id\n      slug\n      name\n      zone\n      stepMinutes\n      version\n    }\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "fragment AppointmentCard on Appointment {\n  __typename\n  id\n  version\n  status\n  startsAt\n  endsAt\n  client {\n    id\n    name\n  }\n  therapist {\n    id\n  }\n  room {\n    id\n  }\n  type {\n    id\n    name\n    hue\n  }\n  bufferBeforeMinutes\n  bufferAfterMinutes\n  overbooked\n  confirmedAt\n  notes\n}\n\nfragment TimeOffBlock on TimeOff {\n  __typename\n  id\n  version\n  resource {\n    id\n  }\n  startsAt\n  endsAt\n  reason\n  timeOffStatus: status\n}\n\nsubscription CalendarChanged($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {\n  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {\n    cursor\n    at\n    actor {\n      kind\n      name\n    }\n    clientMutationId\n    upserted {\n      ...AppointmentCard\n      ...TimeOffBlock\n    }\n    removedId\n    snapshotRequired\n  }\n}": types.AppointmentCardFragmentDoc,
    "query Viewer {\n  viewer {\n    kind\n    name\n    email\n    role\n    therapistId\n    rights\n    scopes\n    clinic {\n      id\n      slug\n      name\n      zone\n      stepMinutes\n      version\n    }\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AppointmentCard on Appointment {\n  __typename\n  id\n  version\n  status\n  startsAt\n  endsAt\n  client {\n    id\n    name\n  }\n  therapist {\n    id\n  }\n  room {\n    id\n  }\n  type {\n    id\n    name\n    hue\n  }\n  bufferBeforeMinutes\n  bufferAfterMinutes\n  overbooked\n  confirmedAt\n  notes\n}\n\nfragment TimeOffBlock on TimeOff {\n  __typename\n  id\n  version\n  resource {\n    id\n  }\n  startsAt\n  endsAt\n  reason\n  timeOffStatus: status\n}\n\nsubscription CalendarChanged($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {\n  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {\n    cursor\n    at\n    actor {\n      kind\n      name\n    }\n    clientMutationId\n    upserted {\n      ...AppointmentCard\n      ...TimeOffBlock\n    }\n    removedId\n    snapshotRequired\n  }\n}"): (typeof documents)["fragment AppointmentCard on Appointment {\n  __typename\n  id\n  version\n  status\n  startsAt\n  endsAt\n  client {\n    id\n    name\n  }\n  therapist {\n    id\n  }\n  room {\n    id\n  }\n  type {\n    id\n    name\n    hue\n  }\n  bufferBeforeMinutes\n  bufferAfterMinutes\n  overbooked\n  confirmedAt\n  notes\n}\n\nfragment TimeOffBlock on TimeOff {\n  __typename\n  id\n  version\n  resource {\n    id\n  }\n  startsAt\n  endsAt\n  reason\n  timeOffStatus: status\n}\n\nsubscription CalendarChanged($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {\n  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {\n    cursor\n    at\n    actor {\n      kind\n      name\n    }\n    clientMutationId\n    upserted {\n      ...AppointmentCard\n      ...TimeOffBlock\n    }\n    removedId\n    snapshotRequired\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    kind\n    name\n    email\n    role\n    therapistId\n    rights\n    scopes\n    clinic {\n      id\n      slug\n      name\n      zone\n      stepMinutes\n      version\n    }\n  }\n}"): (typeof documents)["query Viewer {\n  viewer {\n    kind\n    name\n    email\n    role\n    therapistId\n    rights\n    scopes\n    clinic {\n      id\n      slug\n      name\n      zone\n      stepMinutes\n      version\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;