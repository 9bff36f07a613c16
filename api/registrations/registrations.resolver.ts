import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { acceptPlace } from '../../actions/accept-place.ts'
import { type CancelRegistrationInput as Cancel, cancelRegistration } from '../../actions/cancel-registration.ts'
import { badInput, notFound } from '../../actions/errors.ts'
import { checkId } from '../../actions/ids.ts'
import { moveUpRegistration } from '../../actions/move-up-registration.ts'
import { registerForEvent } from '../../actions/register-for-event.ts'
import { type ApiContext, acting } from '../context.ts'
import {
  AcceptPlaceInput,
  CancelRegistrationInput,
  MoveUpRegistrationInput,
  RegisterForEventInput,
} from './registration.inputs.ts'
import {
  AcceptPlaceResult,
  CancelRegistrationResult,
  MoveUpRegistrationResult,
  RegisterForEventResult,
} from './registration-results.ts'
import { findRegistrationByToken } from './registration-token.ts'
import { actingForAll, chargeVisit, tooMany, visiting } from './visitor.ts'

@Resolver()
export class RegistrationsResolver {
  @Mutation(() => RegisterForEventResult, {
    description:
      'Takes a place in a session or an event, or one in the line when all are taken. For the public too, who names the clinic as for events and is answered alike whether its e-mail is known or not; too many requests are RATE_LIMITED.',
  })
  async registerForEvent(
    @Ctx() context: ApiContext,
    @Arg('input', () => RegisterForEventInput) input: RegisterForEventInput,
  ) {
    return registerForEvent(await actingForAll(context, input.email ?? undefined), input)
  }

  @Mutation(() => CancelRegistrationResult, {
    description: 'Gives a place back, or one in line: by the clinic, or by whoever holds the token.',
  })
  async cancelRegistration(
    @Ctx() context: ApiContext,
    @Arg('input', () => CancelRegistrationInput) { clientMutationId, ...input }: CancelRegistrationInput,
  ) {
    const held = await holding(context, input)
    if (held) return cancelRegistration(held.context, { id: held.id, clientMutationId })
    return cancelRegistration(acting(context), { ...byVersion(input), clientMutationId })
  }

  @Mutation(() => AcceptPlaceResult, {
    description:
      'Takes the place that was offered: for whoever holds the token, or for her by the clinic. Late, only where it is still free and nobody else waits.',
  })
  async acceptPlace(
    @Ctx() context: ApiContext,
    @Arg('input', () => AcceptPlaceInput) { clientMutationId, ...input }: AcceptPlaceInput,
  ) {
    const held = await holding(context, input)
    if (held) return acceptPlace(held.context, { id: held.id, clientMutationId })
    return acceptPlace(acting(context), { ...byVersion(input), clientMutationId })
  }

  @Mutation(() => MoveUpRegistrationResult, {
    description: 'Lets somebody of the line come in where a place is free, whoever stands before her. For the clinic.',
  })
  moveUpRegistration(
    @Ctx() context: ApiContext,
    @Arg('input', () => MoveUpRegistrationInput) input: MoveUpRegistrationInput,
  ) {
    return moveUpRegistration(acting(context), input)
  }
}

interface Named {
  readonly id?: string | null
  readonly expectedVersion?: number | null
  readonly token?: string | null
}

function byVersion({ id, expectedVersion, token }: Named): Cancel {
  if (id == null) throw badInput('Name the registration by its id or by its token.', ['input', 'id'])
  checkId(id, 'registration', ['input', 'id'])
  if (token != null) throw badInput('Name the registration by its id or by its token, not by both.', ['input', 'token'])
  if (expectedVersion == null) throw badInput('Say which version was seen.', ['input', 'expectedVersion'])
  return { id, expectedVersion }
}

/** A token says all by itself: of which clinic, and that its holder may. Undefined where none is given. */
async function holding({ ip, requestId, services }: ApiContext, { id, token }: Named) {
  if (id != null || token == null) return undefined
  const found = await findRegistrationByToken(services, token)
  if (!found) {
    const wait = await chargeVisit({ services, clinicId: '', requestId, ip }, undefined)
    if (wait !== undefined) throw tooMany(wait)
    throw notFound('registration', ['input', 'token'])
  }
  const { clinicId, registrationId } = found
  return { context: visiting({ services, clinicId, requestId, ip }), id: registrationId }
}
