import type { MessageContent } from './message.type.ts'

/** The token of a link; a calendar file breaks its lines in the middle of one. */
const TOKEN = /(\/m\/)(?:[\w-](?:\r\n )?){43}/g

/** The message for those who may not do what its reader may: whoever has a link of hers acts as she. */
export function withoutLinks({ subject, text, html, attachments }: MessageContent): MessageContent {
  const closed = (written: string) => written.replace(TOKEN, '$1…')
  return {
    subject,
    text: closed(text),
    html: html === null ? null : closed(html),
    attachments: attachments.map((each) => ({ ...each, content: closed(each.content) })),
  }
}
