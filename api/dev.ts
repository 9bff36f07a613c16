import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The program, started again whenever its code changes, the app as Vite serves it, and the public pages written anew, while they are edited. */
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
const run = (args: readonly string[]) => spawn(process.execPath, args, { stdio: 'inherit' })
const pages = [vite, 'build', '--config', 'vite.pages.config.ts', '--logLevel', 'warn']
// The server watches what it has loaded: the public pages must be there when it starts.
await once(run(pages), 'exit')
const children = [['--watch', '--import', 'tsx', 'api/main.ts'], [vite], [...pages, '--watch']].map(run)
const ended = children.map((child) => once(child, 'exit'))

/** Ctrl+C reaches the children by itself, and they may be told twice; what is sent to this process alone does not. */
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

await Promise.race(ended)
stop()
await Promise.all(ended)
