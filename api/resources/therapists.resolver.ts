import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { archiveTherapist } from '../../actions/archive-therapist.ts'
import { createTherapist } from '../../actions/create-therapist.ts'
import { updateTherapist } from '../../actions/update-therapist.ts'
import { type ApiContext, acting } from '../context.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateTherapistInput, UpdateTherapistInput } from './resource.inputs.ts'
import { Therapist } from './resource.type.ts'

@ObjectType({ description: 'The therapist is kept.' })
class TherapistSaved {
  @Field(() => Therapist, { name: 'therapist', description: 'As kept now.' })
  record!: Therapist
}

const SaveTherapistResult = recordResult('SaveTherapistResult', TherapistSaved)

@Resolver()
export class TherapistsResolver {
  @Mutation(() => SaveTherapistResult, { description: 'Gives the book another therapist to book.' })
  createTherapist(@Ctx() context: ApiContext, @Arg('input', () => CreateTherapistInput) input: CreateTherapistInput) {
    return createTherapist(acting(context), input)
  }

  @Mutation(() => SaveTherapistResult, { description: 'Changes a therapist, weekly hours included.' })
  updateTherapist(@Ctx() context: ApiContext, @Arg('input', () => UpdateTherapistInput) input: UpdateTherapistInput) {
    return updateTherapist(acting(context), input)
  }

  @Mutation(() => SaveTherapistResult, { description: 'Takes a therapist who has no appointments ahead out of use.' })
  archiveTherapist(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveTherapist(acting(context), input)
  }
}
