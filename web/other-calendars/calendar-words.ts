import type { ExternalCalendarRecordFragment } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'

/** "calendar.example.org", or that it came in a file. */
export function sourceWords({ host }: Pick<ExternalCalendarRecordFragment, 'host'>): string {
  return host ?? 'A file'
}

export function readWords({ readAt }: Pick<ExternalCalendarRecordFragment, 'readAt'>): string {
  return readAt ? timeInWords(readAt) : 'Never'
}

/** When it is read again, or that it is not. */
export function nextWords({ host, nextReadAt }: Pick<ExternalCalendarRecordFragment, 'host' | 'nextReadAt'>): string {
  if (host === null) return 'Not by itself: import the file again under the same name.'
  return nextReadAt ? timeInWords(nextReadAt) : 'Soon'
}

export function entriesWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}

interface Counts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** "2 new, 1 gone", or that all is as it was. */
export function changeWords({ added, changed, removed }: Counts): string {
  const parts = [added > 0 && `${added} new`, changed > 0 && `${changed} moved`, removed > 0 && `${removed} gone`]
  return parts.filter(Boolean).join(', ') || 'Nothing has changed'
}
