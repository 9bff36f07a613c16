import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import { rightsOfCaller } from '../../actions/caller.ts'
import type { ReplyRow } from '../../db/queries/replies.ts'
import { listStrayTexts } from '../../db/queries/stray-texts.ts'
import { maySendMessages } from '../../domain/rights.ts'
import { Client } from '../clients/client.type.ts'
import { type ApiContext, callerOf, reading } from '../context.ts'
import { badCursor, cursorOf, partsOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { loadersOf } from '../messages/message-loaders.ts'
import { ReceivedReply } from './conversation.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A text that came and belongs to no appointment.' })
class StrayText extends ReceivedReply {
  @Field(() => String, { description: 'The number it came from.' })
  phone!: string
}

const StrayTextConnection = connectionOf('StrayText', StrayText)

@Resolver(() => StrayText)
export class StrayTextsResolver {
  @Query(() => StrayTextConnection, {
    description:
      'Texts that belong to no appointment, the newest first: of somebody with nothing ahead, or who has the wrong number. None for who may not write to every client.',
  })
  async strayTexts(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('clientId', () => ID, { nullable: true, description: 'Those from the number that this client has now.' })
    clientId?: string | null,
  ) {
    checkFirst(first)
    const place = placeOf(after)
    const isNobodys = clientId != null && !validate(clientId)
    const rows = await reading(context, 'read_calendar', async (trx, clinicId) =>
      isNobodys || !mayReadAll(context)
        ? []
        : listStrayTexts(trx, clinicId, { first: first + 1, after: place, clientId }),
    )
    return pageOf(rows, first, (each) => cursorOf(each.receivedAt, each.id))
  }

  @FieldResolver(() => Client, { nullable: true, description: 'Who alone has that number now; null for nobody.' })
  client(@Ctx() context: ApiContext, @Root() { clientId }: ReplyRow) {
    return clientId && loadersOf(context).client.load(clientId)
  }
}

/** No one calendar is theirs. */
function mayReadAll(context: ApiContext): boolean {
  return maySendMessages(rightsOfCaller(callerOf(context)), '')
}

function placeOf(cursor: string | null | undefined) {
  if (!cursor) return undefined
  const [receivedAt, id] = partsOf(cursor)
  const isTime = typeof receivedAt === 'number' && !Number.isNaN(new Date(receivedAt).getTime())
  if (!isTime || typeof id !== 'string' || !validate(id)) throw badCursor()
  return { receivedAt, id }
}
