import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { archiveRoom } from '../../actions/archive-room.ts'
import { createRoom } from '../../actions/create-room.ts'
import { updateRoom } from '../../actions/update-room.ts'
import { type ApiContext, acting } from '../context.ts'
import { ArchiveInput } from '../records/archive.input.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateRoomInput, UpdateRoomInput } from './resource.inputs.ts'
import { Room } from './resource.type.ts'

@ObjectType({ description: 'The room is kept.' })
class RoomSaved {
  @Field(() => Room, { name: 'room', description: 'As kept now.' })
  record!: Room
}

const SaveRoomResult = recordResult('SaveRoomResult', RoomSaved)

@Resolver()
export class RoomsResolver {
  @Mutation(() => SaveRoomResult, { description: 'Gives the book another room to book.' })
  createRoom(@Ctx() context: ApiContext, @Arg('input', () => CreateRoomInput) input: CreateRoomInput) {
    return createRoom(acting(context), input)
  }

  @Mutation(() => SaveRoomResult, { description: 'Changes a room, weekly hours included.' })
  updateRoom(@Ctx() context: ApiContext, @Arg('input', () => UpdateRoomInput) input: UpdateRoomInput) {
    return updateRoom(acting(context), input)
  }

  @Mutation(() => SaveRoomResult, { description: 'Takes a room that has no appointments ahead out of use.' })
  archiveRoom(@Ctx() context: ApiContext, @Arg('input', () => ArchiveInput) input: ArchiveInput) {
    return archiveRoom(acting(context), input)
  }
}
