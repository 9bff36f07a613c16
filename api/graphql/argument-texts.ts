import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'

const says: Readonly<Record<string, string>> = {
  first: 'How many at most, 1 to 100.',
  after: 'A cursor that was told: what comes after it.',
  from: 'From then on.',
  to: 'Before then.',
  id: 'Which one.',
  slug: 'Which one, by its address.',
  status: 'Only those that stand so; all when left out.',
  activeOnly: 'Whether what is archived is left out.',
  filter: 'Which ones; all when left out.',
  search: 'In the name; each character stands for itself.',
  therapistId: 'With whom.',
  roomId: 'Where.',
  resourceIds: 'Of these therapists and rooms alone; of all when left out.',
  entryId: 'Which entry of the waitlist.',
  startsAt: 'When it begins.',
  endsAt: 'When it ends.',
  order: 'Which come first.',
  kind: 'Of which kind.',
  subjectId: 'Whose.',
}

/** Arguments mean the same wherever they stand: what their own field does not say of them is said once for all. */
export function describeArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) continue
    for (const argument of Object.values(type.getFields()).flatMap((field) => field.args))
      argument.description ??= says[argument.name]
  }
  return schema
}
