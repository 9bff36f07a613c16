import DataLoader from 'dataloader'
import { listBookingsOf, listIntakeQuestions, type PublicBookingRow } from '../../db/queries/public-bookings.ts'
import type { IntakeQuestion } from '../../domain/intake.ts'
import { type ApiContext, reading } from '../context.ts'

interface Loaders {
  /** By the type. */
  readonly questions: DataLoader<string, readonly IntakeQuestion[]>
  /** By the appointment. */
  readonly bookings: DataLoader<string, PublicBookingRow | null>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many types or appointments ask for at once is read in one statement. */
export function bookingLoadersOf(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? {
    questions: new DataLoader(
      async (ids: readonly string[]) => {
        const rows = await reading(context, 'read_calendar', (trx, clinicId) => listIntakeQuestions(trx, clinicId, ids))
        return ids.map((id) => rows.find(({ typeId }) => typeId === id)?.questions ?? [])
      },
      { cache: false },
    ),
    bookings: new DataLoader(
      async (ids: readonly string[]) => {
        const rows = await reading(context, 'read_calendar', (trx, clinicId) => listBookingsOf(trx, clinicId, ids))
        return ids.map((id) => rows.find(({ appointmentId }) => appointmentId === id) ?? null)
      },
      { cache: false },
    ),
  }
  loaders.set(context, known)
  return known
}
