import {
  dayParts,
  freedCauses,
  freedStatuses,
  offerStatuses,
  referralSources,
  urgencies,
  waitlistSources,
  waitlistStatuses,
} from '../../domain/waitlist-entry.ts'
import { waitlistModes } from '../../domain/waitlist-offer.ts'
import { named } from '../graphql/enums.ts'
import { registerEnum } from '../graphql/register-enum.ts'

export const WaitlistUrgency = named(urgencies)
registerEnum(WaitlistUrgency, {
  name: 'WaitlistUrgency',
  description: 'How soon somebody must be seen: FHIR RequestPriority routine, urgent, asap and stat.',
})

export const DayPart = named(dayParts)
registerEnum(DayPart, {
  name: 'DayPart',
  description: "In which a slot begins, by the clinic's clock: until noon, until five, or from then on.",
})

export const ReferralSource = named(referralSources)
registerEnum(ReferralSource, { name: 'ReferralSource', description: 'Who sent somebody to the clinic.' })

export const WaitlistStatus = named(waitlistStatuses)
registerEnum(WaitlistStatus, {
  name: 'WaitlistStatus',
  description: 'Where an entry stands; EXPIRED once the last date that would suit is over.',
})

export const WaitlistSource = named(waitlistSources)
registerEnum(WaitlistSource, {
  name: 'WaitlistSource',
  description: 'By whom an entry came: the desk, the public page, a client by her link, or a program.',
})

export const WaitlistOfferStatus = named(offerStatuses)
registerEnum(WaitlistOfferStatus, { name: 'WaitlistOfferStatus', description: 'What became of an offer.' })

export const FreedSlotStatus = named(freedStatuses)
registerEnum(FreedSlotStatus, {
  name: 'FreedSlotStatus',
  description: 'PASSED when nobody whom it fits took it, ENDED when somebody closed it or the chain was long enough.',
})

export const FreedSlotCause = named(freedCauses)
registerEnum(FreedSlotCause, { name: 'FreedSlotCause', description: 'Why time became free.' })

export const WaitlistMode = named(waitlistModes)
registerEnum(WaitlistMode, {
  name: 'WaitlistMode',
  description: 'Whether what becomes free is left alone, told to the desk, or offered by itself.',
})
