import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { archiveMember } from '../../actions/archive-member.ts'
import { createMember, type MemberSaved as MemberSavedData } from '../../actions/create-member.ts'
import { renewInvitation } from '../../actions/renew-invitation.ts'
import { updateMember } from '../../actions/update-member.ts'
import { listMembers } from '../../db/queries/members.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateMemberInput, Member, RenewInvitationInput, UpdateMemberInput } from './member.type.ts'

@ObjectType({ description: 'The member is kept.' })
class MemberSaved {
  @Field(() => Member, { name: 'member', description: 'As kept now.' })
  record!: Member
}

const SaveMemberResult = recordResult('SaveMemberResult', MemberSaved)

@Resolver(() => MemberSaved)
export class MembersResolver {
  @Query(() => [Member], { description: 'By name, archived ones last.' })
  members(@Ctx() context: ApiContext) {
    return reading(context, 'manage_members', listMembers)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A one-time link, good for seven days, by which a new person sets a password; null when the e-mail already had a sign-in, and for a repeated request.',
  })
  signInLink(@Ctx() context: ApiContext, @Root() { signInToken }: MemberSavedData): string | null {
    return signInToken ? `${context.services.publicUrl}/join/${signInToken}` : null
  }

  @Mutation(() => SaveMemberResult, { description: 'Makes a person a member of the clinic.' })
  createMember(@Ctx() context: ApiContext, @Arg('input', () => CreateMemberInput) input: CreateMemberInput) {
    return createMember(acting(context), input)
  }

  @Mutation(() => SaveMemberResult, {
    description: 'Gives a member without a password another link; the last one ends.',
  })
  renewInvitation(@Ctx() context: ApiContext, @Arg('input', () => RenewInvitationInput) input: RenewInvitationInput) {
    return renewInvitation(acting(context), input)
  }

  @Mutation(() => SaveMemberResult, { description: 'Changes what a member does in the clinic.' })
  updateMember(@Ctx() context: ApiContext, @Arg('input', () => UpdateMemberInput) input: UpdateMemberInput) {
    return updateMember(acting(context), input)
  }

  @Mutation(() => SaveMemberResult, { description: 'Shuts a member out at once, or lets the member in again.' })
  archiveMember(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveMember(acting(context), input)
  }
}
