import { registrationProblemCodes, registrationSources, registrationStatuses } from '../../domain/registration.ts'
import { named } from '../graphql/enums.ts'
import { registerEnum } from '../graphql/register-enum.ts'

export const RegistrationStatus = named(registrationStatuses)
registerEnum(RegistrationStatus, { name: 'RegistrationStatus', description: 'Where a registration stands.' })

export const RegistrationSource = named(registrationSources)
registerEnum(RegistrationSource, {
  name: 'RegistrationSource',
  description: 'By whom it came: the person herself, the desk for her, or a program.',
})

export const RegistrationProblemCode = named(registrationProblemCodes)
registerEnum(RegistrationProblemCode, {
  name: 'RegistrationProblemCode',
  description: 'Why somebody has no place, or no place in a group.',
})
