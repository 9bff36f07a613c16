import { Field, ID, InputType, ObjectType } from 'type-graphql'
import type {
  IntakeQuestionInput as Question,
  SetIntakeQuestionsInput as SetQuestions,
} from '../../actions/set-intake-questions.ts'
import { type IntakeAnswer as Answer, type IntakeQuestion as Asked, intakeKinds } from '../../domain/intake.ts'
import type { Instant } from '../../domain/interval.ts'
import { named } from '../graphql/enums.ts'
import { registerEnum } from '../graphql/register-enum.ts'
import { Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

const IntakeKind = named(intakeKinds)
registerEnum(IntakeKind, {
  name: 'IntakeKind',
  description: 'How something is answered: on one line, on several, by choosing one of several, or by a tick.',
})

@ObjectType({ simpleResolvers: true, description: 'Something that whoever books a type from outside is asked.' })
export class IntakeQuestion implements Asked {
  @Field(() => ID, { description: 'Tells it from the others of its type.' })
  id!: string

  @Field(() => String, { description: 'As it is asked.' })
  label!: string

  @Field(() => IntakeKind, { description: 'How it is answered.' })
  kind!: Asked['kind']

  @Field(() => Boolean, { description: 'Whether it must be.' })
  required!: boolean

  @Field(() => [String], { description: 'Of which one is chosen.' })
  choices!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'What was asked and answered, as it was then.' })
export class IntakeAnswer implements Answer {
  @Field(() => String, { description: 'What was asked.' })
  question!: string

  @Field(() => String, { description: 'What was answered.' })
  answer!: string
}

@ObjectType({ simpleResolvers: true, description: 'What somebody typed who booked from outside.' })
export class OnlineBooking {
  @Field(() => String, { description: 'The name given.' })
  name!: string

  @Field(() => String, { description: 'The e-mail given.' })
  email!: string

  @Field(() => String, { nullable: true, description: 'The number given.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'What was agreed to; null when nothing was asked.' })
  consent!: string | null

  @Field(() => DateTime, { description: 'When it was agreed to and sent.' })
  createdAt!: Instant
}

@InputType({ description: 'Something that whoever books a type from outside is asked.' })
export class IntakeQuestionInput implements Question {
  @Field(() => String, { description: 'As it is asked, at most 300 characters.' })
  label!: string

  @Field(() => IntakeKind, { description: 'How it is answered.' })
  kind!: Asked['kind']

  @Field(() => Boolean, { nullable: true, description: 'Whether it must be; no when left out.' })
  required?: boolean | null

  @Field(() => [String], { nullable: true, description: 'Of which one is chosen, 2 to 20.' })
  choices?: string[] | null
}

@InputType({ description: 'All the questions of a type, in their order, at most 20.' })
export class SetIntakeQuestionsInput extends Versioned implements SetQuestions {
  @Field(() => [IntakeQuestionInput], { description: 'None to ask nothing.' })
  questions!: IntakeQuestionInput[]
}
