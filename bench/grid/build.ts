import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, preview } from 'vite'
import solid from 'vite-plugin-solid'
import { peerPath } from '../peers.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const peers = ['@fullcalendar/core', '@fullcalendar/resource-timegrid', '@daypilot/daypilot-lite-javascript']

// An isolated page gets the browser's times whole instead of rounded to 100 µs.
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** Builds the page as for production and serves it; the answer ends the server. */
export async function servePage(outDir: string): Promise<{ url: string; close: () => Promise<void> }> {
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [solid()],
    resolve: { alias: peerAliases() },
    build: { outDir, emptyOutDir: true, target: 'esnext', rolldownOptions: { input: `${root}page.html` } },
    preview: { port: 0, host: '127.0.0.1', headers: isolation },
  }
  await build(config)
  const server = await preview(config)
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('The preview server has no address')
  return { url: `${address}page.html`, close: () => server.close() }
}

function peerAliases(): { find: RegExp; replacement: string }[] {
  const exact = peers.map((name) => ({ find: new RegExp(`^${name}$`), replacement: peerPath(name) }))
  return [
    ...exact,
    { find: /^@event-calendar\/core$/, replacement: peerPath('@event-calendar/core') },
    { find: /^@event-calendar\/core\/index.css$/, replacement: peerPath('@event-calendar/core/dist/index.css') },
  ]
}
