import { hexOf } from '../../domain/colour.ts'
import type { EmailDetail } from './email-details.ts'
import type { EmailContent, EmailLink } from './email-text.ts'

/** The mail as HTML: tables and inline measures, for mail programs that know nothing else. */
export function emailHtml(content: EmailContent): string {
  const { language, clinicName, hue, subject, body, details, links, manageUrl, footer } = content
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${stylesOf(hue)}</style>
</head>
<body class="page" bgcolor="#f3f4f6" style="margin:0;padding:0;-webkit-text-size-adjust:100%">
<div role="main">
${PREVIEW_OPEN}${escapeHtml(firstLine(body))}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f4f6">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="clinic" style="padding:0 8px 16px;${FONT};font-size:15px;line-height:20px;font-weight:600">${escapeHtml(clinicName)}</td></tr>
<tr><td class="card" bgcolor="#ffffff" style="padding:26px 24px;border-radius:12px">
<h1 class="ink" style="margin:0 0 20px;${FONT};font-size:22px;line-height:29px;font-weight:650">${shown(subject)}</h1>
${paragraphs(body, manageUrl)}${detailsTable(details)}${buttons(links, hue)}
</td></tr>
<tr><td class="quiet" style="padding:16px 8px 0;${FONT};font-size:13px;line-height:19px">${escapeHtml(footer)}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`
}

/** A name that is one endless word is broken rather than let stick out. */
const FONT =
  'font-family:Inter,-apple-system,Segoe UI,Helvetica,Arial,sans-serif;overflow-wrap:anywhere;word-break:break-word'

/** What the list of mails shows after the subject. */
const PREVIEW_OPEN =
  '<div style="display:none;max-height:0;max-width:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0">'

// Colours are not inline: only so can dark ones take their place. Where styles are dropped it is dark on white.
const stylesOf = (hue: number) => `
:root { color-scheme: light dark; supported-color-schemes: light dark }
.page { background-color: #f3f4f6 }
.card { background-color: #ffffff }
.clinic, .ink { color: #16181d }
.quiet { color: #5b616e }
.line { border-color: #e3e5ea }
.link { color: ${accentOf(hue)} }
.first { background-color: ${accentOf(hue)} }
.first a { color: #ffffff }
.other { border-color: #c9cdd6 }
.other a { color: #16181d }
@media (prefers-color-scheme: dark) {
  .page { background-color: #111317 }
  .card { background-color: #1b1e24 }
  .clinic, .ink { color: #eceef2 }
  .quiet { color: #a3a9b6 }
  .line { border-color: #31353e }
  .link { color: ${hexOf(0.8, 0.09, hue)} }
  .first { background-color: ${hexOf(0.8, 0.09, hue)} }
  .first a { color: #16181d }
  .other { border-color: #4a505c }
  .other a { color: #eceef2 }
}
`

/** The clinic's colour as its public pages wear it, which mail programs do not know as OKLCH. */
function accentOf(hue: number): string {
  return hexOf(0.46, 0.11, hue)
}

function paragraphs(body: string, manageUrl: string | undefined): string {
  const text = (paragraph: string) => linked(shown(paragraph), manageUrl).replace(/\n/g, '<br>')
  return body
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => `<p class="ink" style="margin:0 0 16px;${FONT};font-size:16px;line-height:25px">${text(each)}</p>\n`)
    .join('')
}

/** The link that the template itself wrote out can be followed too; nothing else that looks like one is. */
function linked(html: string, manageUrl: string | undefined): string {
  if (manageUrl === undefined) return html
  const target = escapeHtml(manageUrl)
  return html.replaceAll(target, `<a class="link" href="${target}">${target}</a>`)
}

function detailsTable(details: readonly EmailDetail[]): string {
  if (details.length === 0) return ''
  const rows = details.map(
    ({ label, text, isGone }) => `<tr>
<td class="quiet line" valign="top" style="padding:10px 16px 10px 0;border-top-width:1px;border-top-style:solid;${FONT};font-size:14px;line-height:22px;white-space:nowrap">${escapeHtml(label)}</td>
<td class="${isGone ? 'quiet' : 'ink'} line" valign="top" width="100%" style="padding:10px 0;border-top-width:1px;border-top-style:solid;${FONT};font-size:15px;line-height:22px;font-weight:${isGone ? '400' : '550'}">${isGone ? `<s>${shown(text)}</s>` : shown(text)}</td>
</tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 4px">
${rows.join('\n')}
</table>
`
}

function buttons(links: readonly EmailLink[], hue: number): string {
  if (links.length === 0) return ''
  return `<div style="padding-top:16px">${links.map((link, at) => button(link, at === 0, hue)).join('')}</div>`
}

function button({ label, href }: EmailLink, isFirst: boolean, hue: number): string {
  const look = isFirst
    ? 'border-width:1px;border-style:solid;border-color:transparent'
    : 'border-width:1px;border-style:solid'
  return `<table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0" style="margin:4px 6px 4px 0"><tr>
<td class="${isFirst ? 'first' : 'other'}"${isFirst ? ` bgcolor="${accentOf(hue)}"` : ''} align="center" style="border-radius:8px;${look}">
<a href="${escapeHtml(href)}" style="display:inline-block;padding:11px 14px;${FONT};font-size:15px;line-height:20px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a>
</td></tr></table>`
}

function firstLine(body: string): string {
  const lines = body.split('\n').filter((each) => each.trim() !== '')
  return lines.slice(1).join(' ') || (lines[0] ?? '')
}

/** As it is shown: a time of day does not break before its PM. */
function shown(text: string): string {
  return escapeHtml(text.replace(/(\d) (?=[ap]m\b)/gi, '$1\u00a0'))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML, between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => ENTITIES[found]!)
}
