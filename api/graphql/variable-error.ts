import { GraphQLError, Kind } from 'graphql'

/**
 * Where in the variables the value lies that a variable cannot have; undefined for any other error. The scalar's own
 * error hangs on such a one like an error of a resolver, and graphql-js tells the place in its message alone.
 */
export function placeInVariables(thrown: unknown): string[] | undefined {
  if (!(thrown instanceof GraphQLError) || thrown.nodes?.length !== 1) return undefined
  const [node] = thrown.nodes
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return undefined
  const place = / at "([^"]+)"; /.exec(thrown.message)?.[1]
  return place ? place.split(/[.[\]]+/).filter(Boolean) : [node.variable.name.value]
}
