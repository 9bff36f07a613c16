import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import { archiveClient } from '../../actions/archive-client.ts'
import { auditMissed } from '../../actions/audit-missed.ts'
import { createClient } from '../../actions/create-client.ts'
import { updateClient } from '../../actions/update-client.ts'
import { findClient, listClients } from '../../db/queries/clients.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateClientInput, UpdateClientInput } from './client.inputs.ts'
import { Client } from './client.type.ts'
import { clientCursor, clientPlaceOf, searchWords } from './client-search.ts'

const ClientConnection = connectionOf('Client', Client)

@ObjectType({ description: 'The client is kept.' })
class ClientSaved {
  @Field(() => Client, { name: 'client', description: 'As kept now.' })
  record!: Client
}

const SaveClientResult = recordResult('SaveClientResult', ClientSaved)

@Resolver()
export class ClientsResolver {
  @Query(() => ClientConnection, {
    description:
      'By name. With `search`, those in whose name, e-mail or phone every word occurs; each character stands for itself.',
  })
  async clients(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('activeOnly', () => Boolean, { nullable: true }) activeOnly?: boolean | null,
  ) {
    checkFirst(first)
    const wanted = {
      words: searchWords(search),
      after: clientPlaceOf(after),
      activeOnly: activeOnly ?? false,
      limit: first + 1,
    }
    const rows = await reading(context, 'read_calendar', (trx, clinicId) => listClients(trx, clinicId, wanted))
    return pageOf(rows, first, clientCursor)
  }

  @Query(() => Client, { nullable: true, description: 'One client; null when there is none.' })
  async client(@Ctx() context: ApiContext, @Arg('id', () => ID) id: string) {
    const found = await reading(context, 'read_calendar', async (trx, clinicId) =>
      validate(id) ? findClient(trx, clinicId, id) : undefined,
    )
    if (!found) await auditMissed(acting(context), 'client', 'client', id)
    return found ?? null
  }

  @Mutation(() => SaveClientResult, { description: 'Opens the record of somebody who may come.' })
  createClient(@Ctx() context: ApiContext, @Arg('input', () => CreateClientInput) input: CreateClientInput) {
    return createClient(acting(context), input)
  }

  @Mutation(() => SaveClientResult, { description: 'Changes what the clinic knows of a client.' })
  updateClient(@Ctx() context: ApiContext, @Arg('input', () => UpdateClientInput) input: UpdateClientInput) {
    return updateClient(acting(context), input)
  }

  @Mutation(() => SaveClientResult, { description: 'Closes the record of a client who has no appointments ahead.' })
  archiveClient(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveClient(acting(context), input)
  }
}
