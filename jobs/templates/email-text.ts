import type { EmailDetail } from './email-details.ts'

/** What a mail is made of, in either of its parts. */
export interface EmailContent {
  readonly language: string
  readonly clinicName: string
  /** The clinic's colour, in degrees. */
  readonly hue: number
  readonly subject: string
  /** The template's own words; empty lines part its paragraphs. */
  readonly body: string
  readonly details: readonly EmailDetail[]
  readonly links: readonly EmailLink[]
  /** Where they lead, without what each is for. */
  readonly manageUrl: string | undefined
  /** Before the links where there is no room for buttons. */
  readonly linkLead: string
  readonly footer: string
}

export interface EmailLink {
  readonly label: string
  readonly href: string
}

/** The mail for those who read plain text: it says the same. */
export function emailText({ body, details, links, linkLead, footer }: EmailContent): string {
  const facts = details.map(({ label, text }) => (label ? `${label}: ${text}` : `  ${text}`)).join('\n')
  return [body, facts, linksAsText(links, linkLead), `--\n${footer}`].filter(Boolean).join('\n\n')
}

function linksAsText(links: readonly EmailLink[], lead: string): string {
  const lines = links.map(({ label, href }) => `${label}: ${href}`)
  return links.length > 1 ? [`${lead}:`, ...lines].join('\n') : lines.join('\n')
}
