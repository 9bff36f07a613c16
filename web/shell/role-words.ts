import type { MemberRole } from '../generated/graphql.ts'

const words: Record<MemberRole, string> = {
  ADMIN: 'Admin',
  RECEPTIONIST: 'Receptionist',
  THERAPIST: 'Therapist',
}

export function roleWords(role: MemberRole | null): string {
  return role === null ? 'Partner' : words[role]
}
