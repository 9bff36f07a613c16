import type { ApiKeyScope } from '../generated/graphql.ts'

export function scopeWords(scopes: readonly ApiKeyScope[]): string {
  if (scopes.includes('WRITE')) return scopes.includes('READ') ? 'Read and change' : 'Change'
  return 'Read'
}
