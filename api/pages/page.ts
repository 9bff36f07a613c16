import type { FastifyReply } from 'fastify'
import { Html, html } from './html.ts'
import { pageStyle } from './page-style.ts'

export interface Page {
  readonly language: string
  readonly title: string
  /** The clinic's colour, in degrees; ours, where nobody knows whose page it is. */
  readonly hue?: number
  readonly body: Html
}

const OUR_HUE = 250
const style = new Html(`<style>${pageStyle}</style>`)

/** Sends a page that is meant for one reader: nobody keeps it, finds it, or learns its address from it. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  { language, title, body, hue = OUR_HUE }: Page,
): FastifyReply {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>:root { --hue: ${hue} }</style>
${style}
</head>
<body><main>${body}</main></body>
</html>
`
  return reply.code(status).type('text/html; charset=utf-8').send(page.text)
}
