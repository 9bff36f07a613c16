export interface FieldDiff {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields in which two JSON objects differ, in the order of the later one. Either may be missing. */
export function diffOf(before: string | null, after: string | null): FieldDiff[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  const names = new Set([...Object.keys(is), ...Object.keys(was)])
  return [...names]
    .map((name) => ({ name, before: was[name] ?? null, after: is[name] ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after))
}

/** What the record is called, after or else before. */
export function nameIn(before: string | null, after: string | null): string {
  const name = fieldsOf(after).name ?? fieldsOf(before).name
  return typeof name === 'string' ? name : ''
}

function fieldsOf(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? {} : JSON.parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
  return { ...value }
}
