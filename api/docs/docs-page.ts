import { createHash } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import { Html, html } from '../pages/html.ts'
import { OUR_HUE, pageStyle } from '../pages/page-style.ts'
import { docsStyle } from './docs-style.ts'
import { finderScript } from './finder-script.ts'
import { schemaParts } from './schema-parts.ts'
import { type Step, workedExample } from './worked-example.ts'
import { workedProgram } from './worked-program.ts'

/** What a page of the contract may do: its own script and style, nothing from anywhere. */
export const docsPolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256')
  .update(finderScript)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The contract on one page that needs nothing beside it: it can be kept, and read without a network. */
export function docsPage(schema: GraphQLSchema): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Daybook for programs</title>
${new Html(`<style>:root { --hue: ${OUR_HUE} }${pageStyle}${docsStyle}</style>`)}
</head>
<body>
<header class="docs-head">
<h1>Daybook for programs</h1>
<label class="finder" hidden>Find <input type="search" placeholder="bookAppointment, Slot, …" autocomplete="off"></label>
<nav aria-label="Parts"><a href="#start">Start</a> <a href="#example">Example</a> <a href="#Query">Queries</a> <a href="#Mutation">Mutations</a> <a href="#Subscription">Subscriptions</a> <a href="#types">Types</a></nav>
</header>
<main>
${start}
${example()}
${schemaParts(schema)}
</main>
${new Html(`<script>${finderScript}</script>`)}
</body>
</html>
`.text
}

const start = html`<section class="guide" id="start">
<h2>A clinic's book, for programs</h2>
<p>One address, <code>POST /graphql</code>, in JSON; what changes comes over a WebSocket at the same address, in the protocol
<code>graphql-transport-ws</code>. The schema below can also be <a href="/docs/schema.graphql">downloaded</a>.</p>
<dl>
<dt>Who asks</dt>
<dd>An admin of the clinic makes a key under Settings, API keys. Its scope <code>read</code> is for queries and subscriptions,
<code>write</code> for mutations; whoever books has both. Send it as <code>Authorization: Bearer …</code>, over a WebSocket as
<code>authorization</code> of the connection’s parameters. One that is wrong, revoked or over is <code>UNAUTHENTICATED</code>, one
without the scope <code>FORBIDDEN</code>.</dd>
<dt>Nothing twice</dt>
<dd>Give every mutation a <code>clientMutationId</code> of your own. The same id with the same input within 24 hours returns the first
answer; with another input it is refused as <code>CONFLICT</code>.</dd>
<dt>Refusals are answers</dt>
<dd>What the clinic's rules do not allow is told as data: <code>problems</code> with a stable <code>code</code>, words for a person, the
<code>path</code> of the input, and <code>alternatives</code> that can be booked. Only what is malformed, forbidden, missing or broken is
an error, with <code>extensions.code</code>: <code>BAD_USER_INPUT</code>, <code>UNAUTHENTICATED</code>, <code>FORBIDDEN</code>,
<code>NOT_FOUND</code>, <code>RATE_LIMITED</code>, <code>TOO_COSTLY</code>, <code>CONFLICT</code>, <code>INTERNAL</code>.</dd>
<dt>Rehearsals</dt>
<dd><code>validateOnly: true</code> decides and answers as ever, and writes nothing.</dd>
<dt>Versions</dt>
<dd>A change of what exists names the version you saw, as <code>expectedVersion</code>. If somebody was faster it is refused as
<code>STALE_VERSION</code>: read it again and decide anew.</dd>
<dt>Time</dt>
<dd>Instants are RFC 3339 and answered in UTC. The clinic's zone is <code>clinic { zone }</code>. Lengths are minutes.</dd>
<dt>Lists</dt>
<dd><code>first</code> is how many at most, 1 to 100. Where <code>pageInfo { hasNextPage }</code> is true, the next are asked for with its
<code>endCursor</code> as <code>after</code>.</dd>
<dt>Limits</dt>
<dd>A query is at most 10 deep and 5,000 tokens long, and what it would read is counted before it is read:
<code>TOO_COSTLY</code> says what is too much. A key holds at most 100 slots at a time.</dd>
</dl>
</section>`

function example(): Html {
  return html`<section class="guide" id="example">
<h2>Book an appointment</h2>
<ol>${Object.values<Step>(workedExample).map(stepItem)}</ol>
<h3>All of it as one program</h3>
<p>Save it as <code>book.mjs</code>, and run it with Node 20 or later and a key that may read and write:
<code>DAYBOOK_URL=http://localhost:4000 DAYBOOK_KEY=… node book.mjs</code></p>
<pre tabindex="0" id="program"><code>${workedProgram}</code></pre>
</section>`
}

function stepItem({ title, why, query, variables }: Step): Html {
  return html`<li>
<h3>${title}</h3>
<p>${withCode(why)}</p>
<pre tabindex="0"><code>${query}</code></pre>
<pre tabindex="0"><code>${variables}</code></pre>
</li>
`
}

/** Text in which names stand between backticks. */
function withCode(text: string): Html {
  return html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`
}
