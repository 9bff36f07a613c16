import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import { RecordProblemCode } from '../graphql/enums.ts'

@ObjectType({ description: 'A reason a record was not saved.' })
export class RecordProblem {
  @Field(() => RecordProblemCode, { description: 'Stable, for programs.' })
  code!: string

  @Field(() => String, { description: 'For people.' })
  message!: string

  @Field(() => [String], { nullable: true, description: 'Where in the input the cause lies.' })
  path!: string[] | null
}

@ObjectType({ description: 'Nothing was written: why.' })
export class RecordRefused {
  @Field(() => [RecordProblem], { description: 'At least one.' })
  problems!: RecordProblem[]
}

/** Saved, or refused: told apart by the kind of the action's answer. */
export function recordResult(name: string, success: ClassType<object>) {
  const successName = success.name
  return createUnionType({
    name,
    types: () => [success, RecordRefused] as const,
    resolveType: (value) => ((value as { kind: string }).kind === 'refused' ? 'RecordRefused' : successName),
  })
}
