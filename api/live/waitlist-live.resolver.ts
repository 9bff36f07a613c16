import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import type { ApiContext } from '../context.ts'
import { follow } from './live.resolver.ts'
import { ToldChange } from './told-change.type.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Something on the board of the waitlist is not as it was: read it again.',
})
class WaitlistChange extends ToldChange {
  @Field(() => String, {
    nullable: true,
    description: '`waitlist_entry`, `waitlist_offer` or `freed_slot`; null when several changes went untold.',
  })
  itemKind!: string | null

  @Field(() => ID, { nullable: true, description: 'Which of them.' })
  itemId!: string | null
}

@Resolver()
export class WaitlistLiveResolver {
  @Subscription(() => WaitlistChange, {
    description:
      'Every change of an entry, an offer or a freed slot. With `after`, nothing since that cursor is left out.',
    subscribe: ({ args, context }) =>
      follow(context as ApiContext, 'waitlist', (args as { after?: string | null }).after),
  })
  waitlistChanged(
    @Root() change: WaitlistChange,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): WaitlistChange {
    return change
  }
}
