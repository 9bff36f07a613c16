/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export const ApiKeyScope = {
  Read: 'READ',
  Write: 'WRITE'
} as const;

export type ApiKeyScope = typeof ApiKeyScope[keyof typeof ApiKeyScope];
export const CallerKind = {
  Member: 'MEMBER',
  Partner: 'PARTNER'
} as const;

export type CallerKind = typeof CallerKind[keyof typeof CallerKind];
export const MemberRole = {
  Admin: 'ADMIN',
  Receptionist: 'RECEPTIONIST',
  Therapist: 'THERAPIST'
} as const;

export type MemberRole = typeof MemberRole[keyof typeof MemberRole];
export const Right = {
  EditAnyAppointment: 'EDIT_ANY_APPOINTMENT',
  EditClients: 'EDIT_CLIENTS',
  EditOwnAppointments: 'EDIT_OWN_APPOINTMENTS',
  ManageMembers: 'MANAGE_MEMBERS',
  ManageSettings: 'MANAGE_SETTINGS',
  OverrideRules: 'OVERRIDE_RULES',
  ReadAudit: 'READ_AUDIT',
  ReadCalendar: 'READ_CALENDAR'
} as const;

export type Right = typeof Right[keyof typeof Right];
export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: CallerKind, name: string, email: string | null, role: MemberRole | null, therapistId: string | null, rights: Array<Right>, scopes: Array<ApiKeyScope>, clinic: { id: string, slug: string, name: string, zone: string, stepMinutes: number, version: number } } };


export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"therapistId"}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"clinic"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"zone"}},{"kind":"Field","name":{"kind":"Name","value":"stepMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;