import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import { Appointment } from '../appointments/appointment.type.ts'
import { BookingProblem, Slot } from '../appointments/booking-results.ts'
import { PlanStepKind } from '../graphql/enums.ts'
import { TimeOff } from './time-off.type.ts'

@ObjectType({ description: 'A reason why time off, or a step of its plan, was refused.' })
export class TimeOffProblem extends BookingProblem {
  @Field(() => Appointment, { nullable: true, description: 'The appointment whose step it is about.' })
  appointment!: Appointment | null
}

@ObjectType({ description: 'Nothing was written: why.' })
export class TimeOffRefused {
  @Field(() => [TimeOffProblem], { description: 'At least one.' })
  problems!: TimeOffProblem[]
}

@ObjectType({ description: 'The request is kept, to be decided about.' })
export class TimeOffRequested {
  @Field(() => TimeOff, { description: 'As it is kept.' })
  timeOff!: TimeOff
}

@ObjectType({ description: 'It is decided, and the plan is done.' })
export class TimeOffDecided {
  @Field(() => TimeOff, { description: 'As it stands now.' })
  timeOff!: TimeOff

  @Field(() => [Appointment], { description: 'The appointments that the plan moved or cancelled.' })
  changed!: Appointment[]
}

@ObjectType({ description: 'It is taken back; the appointments stay where they are.' })
export class TimeOffWithdrawn {
  @Field(() => TimeOff, { description: 'As it is kept.' })
  timeOff!: TimeOff
}

@ObjectType({ description: 'It is taken back with what its plans did, or its last plan alone is.' })
export class TimeOffUndone {
  @Field(() => TimeOff, { description: 'As it is kept.' })
  timeOff!: TimeOff

  @Field(() => [Appointment], { description: 'The appointments that stand again where they stood.' })
  changed!: Appointment[]

  @Field(() => [TimeOffProblem], {
    description: 'Why others were left as they are: changed since, their place taken, or their time past.',
  })
  left!: TimeOffProblem[]
}

@ObjectType({ description: 'What could become of one appointment.' })
export class PlannedStep {
  @Field(() => Appointment, { description: 'The appointment, as it stands.' })
  appointment!: Appointment

  @Field(() => PlanStepKind, { description: 'What is proposed.' })
  kind!: string

  @Field(() => Slot, { nullable: true, description: 'Where it would go; null when it goes nowhere.' })
  slot!: Slot | null

  @Field(() => [Slot], { description: 'Where it could go, the proposal among them.' })
  choices!: Slot[]

  @Field(() => String, { nullable: true, description: 'Why this is proposed, for people.' })
  why!: string | null
}

@ObjectType({ description: 'What could become of the appointments in an absence. Nothing is written.' })
export class TimeOffPlan {
  @Field(() => [PlannedStep], { description: 'By the start of the appointments; no two go to one place.' })
  steps!: PlannedStep[]
}

const nameOfKind: Readonly<Record<string, string>> = {
  refused: 'TimeOffRefused',
  requested: 'TimeOffRequested',
  decided: 'TimeOffDecided',
  withdrawn: 'TimeOffWithdrawn',
  undone: 'TimeOffUndone',
}

function resultOf(name: string, success: ClassType<object>) {
  return createUnionType({
    name,
    types: () => [success, TimeOffRefused] as const,
    resolveType: (value) => nameOfKind[(value as { kind: string }).kind],
  })
}

export const RequestTimeOffResult = resultOf('RequestTimeOffResult', TimeOffRequested)
export const DecideTimeOffResult = resultOf('DecideTimeOffResult', TimeOffDecided)
export const TakeTimeOffResult = resultOf('TakeTimeOffResult', TimeOffDecided)
export const ApplyTimeOffPlanResult = resultOf('ApplyTimeOffPlanResult', TimeOffDecided)
export const WithdrawTimeOffResult = resultOf('WithdrawTimeOffResult', TimeOffWithdrawn)
export const UndoTimeOffResult = resultOf('UndoTimeOffResult', TimeOffUndone)
