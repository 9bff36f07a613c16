import { send } from '../api/client.ts'
import type { Refused } from '../form/create-form.ts'
import { type ClinicQuery, UpdateClinicDocument } from '../generated/graphql.ts'
import { keepPicture } from '../pictures/keep-picture.ts'
import { keptPicture, type Picture } from '../pictures/picture.ts'

export type Clinic = ClinicQuery['clinic']

/** Named as the fields of the input, so that a refusal finds its field. */
export interface ClinicEntries {
  readonly version: number
  readonly name: string
  readonly stepMinutes: string
  readonly allowsOverbooking: boolean
  readonly currency: string
  readonly hue: number
  readonly logoId: Picture | undefined
  readonly about: string
  readonly host: string
}

export function entriesOf(clinic: Clinic): ClinicEntries {
  const { version, name, stepMinutes, allowsOverbooking, currency, hue, logo, about, host } = clinic
  return {
    ...{ version, name, stepMinutes: String(stepMinutes), allowsOverbooking, currency, hue },
    ...{ logoId: keptPicture(logo), about: about ?? '', host: host ?? '' },
  }
}

/** Keeps the logo, then the clinic with it. */
export async function saveClinic(entries: ClinicEntries, clientMutationId: string) {
  const { version, stepMinutes, logoId, about, host, ...rest } = entries
  const logo = await keepPicture(logoId, 'logoId')
  if ('problems' in logo) return logo satisfies Refused
  const input = {
    ...{ ...rest, stepMinutes: Number(stepMinutes), logoId: logo.id, expectedVersion: version, clientMutationId },
    ...{ about: about.trim() || null, host: host.trim() || null },
  }
  return (await send(UpdateClinicDocument, { input })).updateClinic
}
