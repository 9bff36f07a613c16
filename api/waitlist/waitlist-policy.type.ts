import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type { UpdateWaitlistPolicyInput as Update } from '../../actions/update-waitlist-policy.ts'
import type { WaitlistMode as Mode } from '../../domain/waitlist-offer.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { LocalTime } from '../graphql/scalars.ts'
import { WaitlistMode } from './waitlist.enums.ts'

@ObjectType({ simpleResolvers: true, description: 'How a clinic offers what became free.' })
export class WaitlistPolicy {
  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion. 0 while it is Daybook’s.' })
  version!: number

  @Field(() => WaitlistMode, {
    description:
      'Whether slots are left alone, told to the desk, or offered by themselves; told until the clinic chooses.',
  })
  mode!: Mode

  @Field(() => Int, { description: 'To so many at once; the first yes has it.' })
  together!: number

  @Field(() => Int, { description: 'How many minutes somebody has to answer about a slot that is far off …' })
  longestMinutes!: number

  @Field(() => Int, { description: '… and about one that is near; a tenth of the time there is, in between.' })
  shortestMinutes!: number

  @Field(() => Int, { description: 'The most that are offered to a person on one day.' })
  offersADay!: number

  @Field(() => Int, { description: 'Nothing is offered so few minutes before its start.' })
  notWithinMinutes!: number

  @Field(() => Int, { description: 'How many slots are offered one after another because somebody moved up.' })
  longestChain!: number

  @Field(() => LocalTime, { nullable: true, description: 'Offers leave from then on; null as all messages do.' })
  leaveFrom!: string | null

  @Field(() => LocalTime, { nullable: true, description: 'Offers leave before then; null as all messages do.' })
  leaveUntil!: string | null
}

@InputType({ description: 'What is left out stays; null hours are those of all messages.' })
export class UpdateWaitlistPolicyInput extends Repeatable implements Update {
  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => WaitlistMode, { nullable: true, description: 'What is done about freed slots.' })
  mode?: Mode | null

  @Field(() => Int, { nullable: true, description: 'To how many at once, 1 to 5.' })
  together?: number | null

  @Field(() => Int, { nullable: true, description: 'The longest time to answer, 5 to 1440 minutes.' })
  longestMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'The shortest time to answer, 5 to 1440 minutes.' })
  shortestMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Offers to a person a day, 1 to 20.' })
  offersADay?: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes before the start, 0 to 2880.' })
  notWithinMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'The longest chain, 1 to 20.' })
  longestChain?: number | null

  @Field(() => LocalTime, { nullable: true, description: 'Offers leave from then on …' })
  leaveFrom?: string | null

  @Field(() => LocalTime, { nullable: true, description: '… and before then.' })
  leaveUntil?: string | null
}
