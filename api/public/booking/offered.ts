import type { Trx } from '../../../db/connect.ts'
import { listAppointmentTypes } from '../../../db/queries/appointment-types.ts'
import type { AppointmentTypeRow, NamedResource } from '../../../db/queries/book.ts'
import { type BookingSettingsRow, getBookingSettings } from '../../../db/queries/booking-settings.ts'
import { type ClinicRow, getClinic } from '../../../db/queries/clinics.ts'
import { listResources } from '../../../db/queries/resources.ts'
import { listTherapistSlugs } from '../../../db/queries/therapist-slugs.ts'
import { isShown } from '../../../domain/booking-settings.ts'
import { isQualified } from '../../../domain/fitness-rules.ts'
import type { BookableTherapist, BookableType } from '../../../domain/public-booking.ts'
import type { PublicClinic } from '../../../domain/public-page.ts'
import { clinicOf } from '../read-page.ts'

export interface OfferedTherapist extends BookableTherapist {
  readonly id: string
  readonly resource: NamedResource
}

/** Everything that a clinic lets people from outside choose from. */
export interface Offered {
  readonly row: ClinicRow
  readonly clinic: PublicClinic
  readonly settings: BookingSettingsRow
  readonly types: readonly AppointmentTypeRow[]
  readonly therapists: readonly OfferedTherapist[]
}

export async function readOffered(trx: Trx, clinicId: string): Promise<Offered> {
  const [row, settings, types, resources, slugs] = await Promise.all([
    getClinic(trx, clinicId),
    getBookingSettings(trx, clinicId),
    listAppointmentTypes(trx, clinicId, true),
    listResources(trx, clinicId, { kind: 'therapist', activeOnly: true }),
    listTherapistSlugs(trx, clinicId),
  ])
  const clinic = await clinicOf(trx, row)
  const shown = resources
    .filter((each) => isShown(settings, each.id))
    .map((resource) => {
      const { id, name, title } = resource
      return { id, name, title, slug: slugs.get(id)!, resource }
    })
  const online = types.filter((type) => type.online && shown.some(({ resource }) => isQualified(resource, type)))
  return { row, clinic, settings, types: online, therapists: shown }
}

export function typeShown({ id, minutes, name, priceCents }: AppointmentTypeRow): BookableType {
  return { id, minutes, name, priceCents }
}

export function therapistShown({ name, slug, title }: OfferedTherapist): BookableTherapist {
  return { name, slug, title }
}
