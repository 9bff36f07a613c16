import { type ClassType, createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { RegistrationProblemCode } from './registration.enums.ts'
import { Registration } from './registration.type.ts'

@ObjectType({ description: 'A reason for which nothing was written.' })
export class RegistrationProblem {
  @Field(() => RegistrationProblemCode, { description: 'Stable, for programs.' })
  code!: string

  @Field(() => String, { description: 'For people.' })
  message!: string

  @Field(() => [String], { nullable: true, description: 'Where in the input the cause lies.' })
  path!: string[] | null
}

@ObjectType({ description: 'Nothing was written: why.' })
export class RegistrationRefused {
  @Field(() => [RegistrationProblem], { description: 'At least one.' })
  problems!: RegistrationProblem[]
}

const TOKEN =
  'Leads to the page of the registration, /r/ and the token. Null for the public, who is told by mail: an address proves itself so.'

@ObjectType({ description: 'There is a place.' })
export class Registered {
  @Field(() => Registration, {
    description: 'As it is kept. The public is answered alike whether the clinic knows the e-mail or not.',
  })
  registration!: Registration

  @Field(() => String, { nullable: true, description: TOKEN })
  token!: string | null
}

@ObjectType({ description: 'All places are taken: there is one in the line.' })
export class Waitlisted {
  @Field(() => Registration, {
    description: 'As it is kept. The public is answered alike whether the clinic knows the e-mail or not.',
  })
  registration!: Registration

  @Field(() => Int, { description: 'How many registrations will come first, and this one.' })
  position!: number

  @Field(() => String, { nullable: true, description: TOKEN })
  token!: string | null
}

@ObjectType({ description: 'She has the place that was offered.' })
export class PlaceAccepted {
  @Field(() => Registration, { description: 'As it is kept.' })
  registration!: Registration
}

@ObjectType({ description: 'The place is hers, or offered to her.' })
export class RegistrationMovedUp {
  @Field(() => Registration, { description: 'As it is kept.' })
  registration!: Registration
}

@ObjectType({ description: 'The place is given back; it goes to those who wait for one as the event’s filling says.' })
export class RegistrationCancelled {
  @Field(() => Registration, { description: 'As it is kept.' })
  registration!: Registration
}

export const RegisterForEventResult = createUnionType({
  name: 'RegisterForEventResult',
  types: () => [Registered, Waitlisted, RegistrationRefused] as const,
  resolveType: (value) => kindNames[(value as unknown as { kind: string }).kind],
})

const kindNames: Readonly<Record<string, string>> = {
  registered: 'Registered',
  waitlisted: 'Waitlisted',
  refused: 'RegistrationRefused',
}

/** Done, or refused: told apart by the kind of the action's answer. */
export function registrationResult(name: string, success: ClassType<object>) {
  const successName = success.name
  return createUnionType({
    name,
    types: () => [success, RegistrationRefused] as const,
    resolveType: (value) => ((value as { kind: string }).kind === 'refused' ? 'RegistrationRefused' : successName),
  })
}

export const AcceptPlaceResult = registrationResult('AcceptPlaceResult', PlaceAccepted)
export const MoveUpRegistrationResult = registrationResult('MoveUpRegistrationResult', RegistrationMovedUp)
export const CancelRegistrationResult = registrationResult('CancelRegistrationResult', RegistrationCancelled)
