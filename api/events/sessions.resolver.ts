import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { addSession } from '../../actions/add-session.ts'
import { cancelSession } from '../../actions/cancel-session.ts'
import { moveSession } from '../../actions/move-session.ts'
import { restoreSession } from '../../actions/restore-session.ts'
import { updateSession } from '../../actions/update-session.ts'
import { type ApiContext, acting } from '../context.ts'
import {
  AddSessionResult,
  CancelSessionResult,
  MoveSessionResult,
  RestoreSessionResult,
  UpdateSessionResult,
} from './event-results.ts'
import {
  AddSessionInput,
  CancelSessionInput,
  MoveSessionInput,
  RestoreSessionInput,
  UpdateSessionInput,
} from './session.inputs.ts'
import { withEvent } from './with-event.ts'

@Resolver()
export class SessionsResolver {
  @Mutation(() => MoveSessionResult, {
    description:
      'Gives a session, those from it on or all to come another time, other facilitators or another room, all or none. Each keeps the start its event gave it; what is added later follows too.',
  })
  async moveSession(@Ctx() context: ApiContext, @Arg('input', () => MoveSessionInput) input: MoveSessionInput) {
    return withEvent(await moveSession(acting(context), input))
  }

  @Mutation(() => UpdateSessionResult, {
    description: 'Changes what one session says. Fewer places than are taken is NO_PLACE_LEFT.',
  })
  updateSession(@Ctx() context: ApiContext, @Arg('input', () => UpdateSessionInput) input: UpdateSessionInput) {
    return updateSession(acting(context), input)
  }

  @Mutation(() => CancelSessionResult, {
    description: 'Takes sessions out of the calendar; they are kept as cancelled.',
  })
  async cancelSession(@Ctx() context: ApiContext, @Arg('input', () => CancelSessionInput) input: CancelSessionInput) {
    return withEvent(await cancelSession(acting(context), input))
  }

  @Mutation(() => RestoreSessionResult, { description: 'Puts a cancelled session back, where its time is still free.' })
  restoreSession(@Ctx() context: ApiContext, @Arg('input', () => RestoreSessionInput) input: RestoreSessionInput) {
    return restoreSession(acting(context), input)
  }

  @Mutation(() => AddSessionResult, { description: 'Adds one session besides those of the rule (RDATE).' })
  addSession(@Ctx() context: ApiContext, @Arg('input', () => AddSessionInput) input: AddSessionInput) {
    return addSession(acting(context), input)
  }
}
