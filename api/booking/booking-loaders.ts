import DataLoader from 'dataloader'
import { noteIntakeRead } from '../../actions/note-intake-read.ts'
import { listBookingsOf, listIntakeQuestions, type PublicBookingRow } from '../../db/queries/public-bookings.ts'
import type { IntakeQuestion } from '../../domain/intake.ts'
import { type ApiContext, acting, reading } from '../context.ts'

interface Loaders {
  /** By the type. */
  readonly questions: DataLoader<string, readonly IntakeQuestion[]>
  /** By the appointment. */
  readonly bookings: DataLoader<string, PublicBookingRow | null>
  /** By the appointment: answers once it is written down that what was answered for it is read. */
  readonly noted: DataLoader<string, true>
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
    noted: new DataLoader(
      async (ids: readonly string[]) => {
        await noteIntakeRead(acting(context), ids)
        return ids.map(() => true)
      },
      { cache: false },
    ),
  }
  loaders.set(context, known)
  return known
}
