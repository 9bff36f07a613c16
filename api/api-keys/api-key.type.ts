import { Field, ID, InputType, ObjectType } from 'type-graphql'
import type { CreateApiKeyInput as Create } from '../../actions/create-api-key.ts'
import type { RevokeApiKeyInput as Revoke } from '../../actions/revoke-api-key.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Scope } from '../../domain/rights.ts'
import { ApiKeyScope } from '../graphql/enums.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ description: 'What lets a program in.' })
export class ApiKey {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'What it is for.' })
  name!: string

  @Field(() => [ApiKeyScope], { description: 'What it may be used for.' })
  scopes!: Scope[]

  @Field(() => String, { description: 'How it begins, to tell one from another.' })
  prefix!: string

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'From when it no longer works; null for never.' })
  expiresAt!: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Instant | null
}

@InputType({ description: 'A key for a program.' })
export class CreateApiKeyInput extends Repeatable implements Create {
  @Field(() => String, { description: 'What it is for, at most 200 characters.' })
  name!: string

  @Field(() => [ApiKeyScope], { description: 'At least one.' })
  scopes!: Scope[]

  @Field(() => DateTime, { nullable: true, description: 'From when it no longer works; never when left out.' })
  expiresAt?: Instant | null
}

@InputType({ description: 'The end of a key.' })
export class RevokeApiKeyInput extends Repeatable implements Revoke {
  @Field(() => ID, { description: 'Which key.' })
  id!: string
}
