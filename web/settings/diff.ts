export interface FieldDiff {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** The fields in which two JSON objects differ, in the order of the later one. Either may be missing. */
export function diffOf(before: string | null, after: string | null): FieldDiff[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  const names = new Set([...Object.keys(is), ...Object.keys(was)])
  return [...names]
    .map((name) => ({ name, before: inText(was[name]), after: inText(is[name]) }))
    .filter((field) => field.before !== field.after)
}

function fieldsOf(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? {} : JSON.parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
  return { ...value }
}

function inText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
