import { type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql'

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((each) => [each.name.value, each]))
}

/** The name of a fragment that is spread within itself; undefined when there is none. */
export function circleIn(fragments: Fragments): string | undefined {
  const done = new Set<string>()
  const open = new Set<string>()
  const circleFrom = (name: string): string | undefined => {
    const fragment = fragments.get(name)
    if (!fragment || done.has(name)) return undefined
    if (open.has(name)) return name
    open.add(name)
    for (const next of spreadsIn(fragment)) {
      const circle = circleFrom(next)
      if (circle !== undefined) return circle
    }
    done.add(name)
    return undefined
  }
  for (const name of fragments.keys()) {
    const circle = circleFrom(name)
    if (circle !== undefined) return circle
  }
  return undefined
}

function spreadsIn(fragment: FragmentDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(fragment, {
    FragmentSpread(spread) {
      names.add(spread.name.value)
    },
  })
  return names
}
