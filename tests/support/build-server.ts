import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')

/** Makes the program as `npm start` runs it from what stands here now. */
export async function buildServer(): Promise<void> {
  const args = [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'error']
  // As a program of its own: in a test run, Vite would build for tests.
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}
