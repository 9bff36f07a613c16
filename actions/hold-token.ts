import { createHmac } from 'node:crypto'
import type { ActionContext } from './context.ts'

/**
 * The proof of having made a hold, which only its maker is told. Made from the install's secret rather than by chance, so
 * that a repeated request can be told it again though nothing but its hash is kept.
 */
export function holdToken({ secret, caller }: Pick<ActionContext, 'secret' | 'caller'>, holdId: string): string {
  return createHmac('sha256', secret).update(`hold ${caller.clinicId} ${holdId}`).digest('base64url')
}
