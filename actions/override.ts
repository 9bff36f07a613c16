import { type BookingProblemCode, isOverridable } from '../domain/problem.ts'
import { manyLines, textProblem } from '../domain/text.ts'
import { rightsOfCaller } from './caller.ts'
import type { ActionContext } from './context.ts'
import { badInput, forbidden } from './errors.ts'

/** The rules a caller asks to set aside, and why. */
export interface OverrideInput {
  readonly override?: readonly BookingProblemCode[] | null
  readonly overrideReason?: string | null
}

export interface Override {
  readonly codes: ReadonlySet<BookingProblemCode>
  readonly reason: string | null
}

/** The override asked for, once the caller is known to have the right and has given a reason. */
export function checkedOverride(context: ActionContext, input: OverrideInput): Override {
  const codes = new Set(input.override ?? [])
  if (codes.size === 0) return { codes, reason: null }
  if (!rightsOfCaller(context.caller).has('override_rules')) throw forbidden('You may not override booking rules.')
  for (const code of codes)
    if (!isOverridable(code, true)) throw badInput(`${code} cannot be overridden.`, ['input', 'override'])
  const reason = checkedText(input.overrideReason, 1000, ['input', 'overrideReason'])
  if (!reason) throw badInput('Overriding a rule needs a reason.', ['input', 'overrideReason'])
  return { codes, reason }
}

/** Text as it is kept, or null when there is none; refused when it cannot be kept. */
export function checkedText(
  text: string | null | undefined,
  maxLength: number,
  path: readonly string[],
): string | null {
  if (text === null || text === undefined) return null
  const problem = textProblem(text, maxLength)
  if (problem) throw badInput(`${path.at(-1)} ${problem}.`, path)
  return manyLines(text) || null
}
