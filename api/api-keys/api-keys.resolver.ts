import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { createApiKey } from '../../actions/create-api-key.ts'
import { revokeApiKey } from '../../actions/revoke-api-key.ts'
import { listApiKeys } from '../../db/queries/api-keys.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { recordResult } from '../records/record-results.ts'
import { ApiKey, CreateApiKeyInput, RevokeApiKeyInput } from './api-key.type.ts'

@ObjectType({ description: 'The key lets a program in from now on.' })
class ApiKeyCreated {
  @Field(() => ApiKey, { name: 'apiKey', description: 'As kept.' })
  record!: ApiKey

  @Field(() => String, { description: 'The key itself: shown this once and kept only as a hash.' })
  secret!: string
}

@ObjectType({ description: 'The key lets nobody in any more.' })
class ApiKeyRevoked {
  @Field(() => ApiKey, { name: 'apiKey', description: 'As kept.' })
  record!: ApiKey
}

const CreateApiKeyResult = recordResult('CreateApiKeyResult', ApiKeyCreated)
const RevokeApiKeyResult = recordResult('RevokeApiKeyResult', ApiKeyRevoked)

@Resolver()
export class ApiKeysResolver {
  @Query(() => [ApiKey], { description: 'The newest first, revoked ones too.' })
  apiKeys(@Ctx() context: ApiContext) {
    return reading(context, 'manage_settings', listApiKeys)
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Lets a program in.' })
  createApiKey(@Ctx() context: ApiContext, @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput) {
    return createApiKey(acting(context), input)
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Shuts a program out, from its next request on.' })
  revokeApiKey(@Ctx() context: ApiContext, @Arg('input', () => RevokeApiKeyInput) input: RevokeApiKeyInput) {
    return revokeApiKey(acting(context), input)
  }
}
