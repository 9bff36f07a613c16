import type { Attachment } from '../../../jobs/channels/channel.ts'
import type { RenderedMessage } from '../../../jobs/templates/render.ts'

/** The only file of a mail. */
export function calendarOf({ attachments }: RenderedMessage): Attachment {
  const [file, ...others] = attachments
  if (!file || others.length > 0) throw new Error(`${attachments.length} files`)
  return file
}

/** The lines of a calendar, as RFC 5545 puts together what was folded. */
export function unfolded(calendar: string): string[] {
  return calendar.replace(/\r\n[ \t]/g, '').split('\r\n')
}

/** Each property's value, its escapes undone; parameters are left out. */
export function propertiesOf(calendar: string): Map<string, string> {
  const entries = unfolded(calendar).flatMap((line): [string, string][] => {
    const parts = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/u.exec(line)
    return parts ? [[parts[1]!, parts[2]!.replace(/\\([\\;,n])/g, (_, it) => (it === 'n' ? '\n' : it))]] : []
  })
  return new Map(entries)
}
