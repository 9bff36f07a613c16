import type { ClinicFacts } from '../read-day.ts'
import type { Book, Column } from '../store/book.ts'
import type { Show } from './create-view.ts'

/** The columns of the day: those that are asked for, and archived ones only where something still stands on them. */
export function shownColumns(clinic: ClinicFacts, book: Book, show: Show): readonly Column[] {
  return clinic.resources.filter(
    (each) =>
      (show === 'both' || show === `${each.kind}s`) && (each.active || (book.byResource.get(each.id)?.length ?? 0) > 0),
  )
}
