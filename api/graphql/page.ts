import { type ClassType, Field, ObjectType } from 'type-graphql'
import { clientError } from './errors.ts'

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more.' })
  hasNextPage!: boolean

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page; null for an empty page.' })
  endCursor!: string | null
}

export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: PageInfo
}

/** The edge and connection types of a node, as the GraphQL cursor connections specification names them. */
export function connectionOf<Node extends object>(name: string, node: ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'Its place in the list.' })
    cursor!: string

    @Field(() => node, { description: 'The thing itself.' })
    node!: Node
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [node], { description: 'The page.' })
    nodes!: Node[]

    @Field(() => [Edge], { description: 'The page with the place of each.' })
    edges!: Edge[]

    @Field(() => PageInfo, { description: 'Where it ends.' })
    pageInfo!: PageInfo
  }
  return Connection
}

/** A page from one row more than was asked for. */
export function pageOf<Node>(rows: readonly Node[], first: number, cursorOf: (node: Node) => string): Page<Node> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }))
  return { nodes, edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } }
}

/** Refuses a page of no or of too many. */
export function checkFirst(first: number): void {
  if (first < 1 || first > 100) throw clientError('BAD_USER_INPUT', 'first is between 1 and 100.')
}
