import { RequestFailed } from '../api/failure.ts'
import type { FormProblem, Refused } from '../form/create-form.ts'
import { answerOf, post } from '../session/auth.ts'

export interface SetupEntries {
  readonly clinicName: string
  readonly slug: string
  readonly zone: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export type SetupAnswer = Refused | { readonly __typename: 'ClinicSetUp' }

/** Makes the first clinic with the token of the link that the program told, and signs its administrator in. */
export async function setUp(token: string, entries: SetupEntries): Promise<SetupAnswer> {
  const response = await post('/api/setup', { token, ...entries })
  if (response.status === 400) {
    const { message, problems }: { message: string; problems?: readonly FormProblem[] } = await response.json()
    return { __typename: 'RecordRefused', problems: problems ?? [{ code: 'INVALID', message, path: null }] }
  }
  const answer = await answerOf(response)
  if (answer.kind === 'locked') throw new RequestFailed('RATE_LIMITED', 'Too many attempts.')
  return { __typename: 'ClinicSetUp' }
}
