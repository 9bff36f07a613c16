import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/**
 * The fields that are asked for of what stands there below the field, whichever fragments they are in; those that a
 * directive may leave out count too.
 */
export function fieldsAsked({ fieldNodes, fragments }: Asked, ...path: readonly string[]): ReadonlySet<string> {
  let fields: readonly FieldNode[] = fieldNodes
  for (const name of path) fields = below(fields, fragments).filter((each) => each.name.value === name)
  return new Set(below(fields, fragments).map((each) => each.name.value))
}

function below(fields: readonly FieldNode[], fragments: Asked['fragments']): FieldNode[] {
  const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet)
      const fragment = fragments[selection.name.value]
      return fragment ? fieldsOf(fragment.selectionSet) : []
    })
  return fields.flatMap((each) => (each.selectionSet ? fieldsOf(each.selectionSet) : []))
}
