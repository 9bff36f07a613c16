import type { Trx } from '../db/connect.ts'
import { findAppointmentType } from '../db/queries/appointment-types.ts'
import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { type BookingSettingsRow, getBookingSettings } from '../db/queries/booking-settings.ts'

export interface PublicOffer {
  readonly settings: BookingSettingsRow
  readonly type: AppointmentTypeRow
}

/** The type, where people from outside may book it; undefined where they may not, whatever the cause. */
export async function findPublicOffer(trx: Trx, clinicId: string, typeId: string): Promise<PublicOffer | undefined> {
  const [settings, type] = await Promise.all([
    getBookingSettings(trx, clinicId),
    findAppointmentType(trx, clinicId, typeId),
  ])
  return settings.open && type?.active && type.online ? { settings, type } : undefined
}
