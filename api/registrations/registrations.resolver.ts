import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { type CancelRegistrationInput as Cancel, cancelRegistration } from '../../actions/cancel-registration.ts'
import { badInput, notFound } from '../../actions/errors.ts'
import { checkId } from '../../actions/ids.ts'
import { registerForEvent } from '../../actions/register-for-event.ts'
import { type ApiContext, acting } from '../context.ts'
import { CancelRegistrationInput, RegisterForEventInput } from './registration.inputs.ts'
import { CancelRegistrationResult, RegisterForEventResult } from './registration-results.ts'
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
    if (input.id == null && input.token != null) return cancelByToken(context, input.token, clientMutationId)
    return cancelRegistration(acting(context), { ...byVersion(input), clientMutationId })
  }
}

function byVersion({ id, expectedVersion, token }: CancelRegistrationInput): Cancel {
  if (id == null) throw badInput('Name the registration by its id or by its token.', ['input', 'id'])
  checkId(id, 'registration', ['input', 'id'])
  if (token != null) throw badInput('Name the registration by its id or by its token, not by both.', ['input', 'token'])
  if (expectedVersion == null) throw badInput('Say which version was seen.', ['input', 'expectedVersion'])
  return { id, expectedVersion }
}

/** A token says all by itself: of which clinic, and that its holder may. */
async function cancelByToken(
  { ip, requestId, services }: ApiContext,
  token: string,
  clientMutationId: string | null | undefined,
) {
  const found = await findRegistrationByToken(services, token)
  if (!found) {
    const wait = await chargeVisit({ services, clinicId: '', requestId, ip }, undefined)
    if (wait !== undefined) throw tooMany(wait)
    throw notFound('registration', ['input', 'token'])
  }
  const { clinicId, registrationId } = found
  return cancelRegistration(visiting({ services, clinicId, requestId, ip }), { id: registrationId, clientMutationId })
}
