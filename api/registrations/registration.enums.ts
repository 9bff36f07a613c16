import { registerEnumType } from 'type-graphql'
import { registrationProblemCodes, registrationSources, registrationStatuses } from '../../domain/registration.ts'
import { named } from '../graphql/enums.ts'

export const RegistrationStatus = named(registrationStatuses)
registerEnumType(RegistrationStatus, { name: 'RegistrationStatus', description: 'Where a registration stands.' })

export const RegistrationSource = named(registrationSources)
registerEnumType(RegistrationSource, {
  name: 'RegistrationSource',
  description: 'By whom it came: the person herself, the desk for her, or a program.',
})

export const RegistrationProblemCode = named(registrationProblemCodes)
registerEnumType(RegistrationProblemCode, {
  name: 'RegistrationProblemCode',
  description: 'Why somebody has no place, or no place in a group.',
})
