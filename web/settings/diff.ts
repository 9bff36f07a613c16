export interface FieldDiff {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields in which two JSON objects differ, in the order of the later one. Either may be missing. */
export function diffOf(before: string | null, after: string | null): FieldDiff[] {
  const was = spread(fieldsOf(before))
  const is = spread(fieldsOf(after))
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

/** A list of things of different kinds is told one by one, so that those that stayed are left out. */
function spread(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
      isOfKinds(value)
        ? value.map(({ kind, ...rest }) => [`${name} ${kind.replaceAll('_', ' ')}`, rest])
        : [[name, value]],
    ),
  )
}

function isOfKinds(value: unknown): value is { readonly kind: string }[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each?.kind === 'string')
}
