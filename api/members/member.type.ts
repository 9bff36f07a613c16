import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { CreateMemberInput as Create } from '../../actions/create-member.ts'
import type { RenewInvitationInput as Renew } from '../../actions/renew-invitation.ts'
import type { UpdateMemberInput as Update } from '../../actions/update-member.ts'
import { MemberRole } from '../graphql/enums.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { EmailAddress } from '../graphql/scalars.ts'

@ObjectType({ description: 'A person with a role in the clinic.' })
export class Member {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'As shown beside what this person did.' })
  name!: string

  @Field(() => EmailAddress, { description: 'With which this person signs in.' })
  email!: string

  @Field(() => MemberRole, { description: 'What this person does in the clinic.' })
  role!: string

  @Field(() => ID, { nullable: true, description: "The therapist whose calendar is this person's own." })
  therapistId!: string | null

  @Field(() => Boolean, { description: 'False once archived: shut out.' })
  active!: boolean

  @Field(() => Boolean, { description: 'Whether this person has chosen a password and can sign in.' })
  hasSignedIn!: boolean

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

@InputType({ description: 'A person with a role in the clinic.' })
export class CreateMemberInput extends Repeatable implements Create {
  @Field(() => String, { description: 'As shown beside what this person does, at most 200 characters.' })
  name!: string

  @Field(() => EmailAddress, { description: 'With which this person signs in; cannot be changed by others.' })
  email!: string

  @Field(() => MemberRole, { description: 'What this person does in the clinic.' })
  role!: Create['role']

  @Field(() => ID, { nullable: true, description: "The therapist whose calendar is this person's own." })
  therapistId?: string | null
}

@InputType({ description: 'What is left out stays.' })
export class UpdateMemberInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string | null

  @Field(() => MemberRole, { nullable: true, description: 'The clinic keeps at least one administrator.' })
  role?: Update['role']

  @Field(() => ID, { nullable: true, description: 'Null for no calendar.' })
  therapistId?: string | null
}

@InputType({ description: 'Another link for a member who has not chosen a password yet.' })
export class RenewInvitationInput extends Repeatable implements Renew {
  @Field(() => ID, { description: 'Which member.' })
  id!: string
}
