import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, watch, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { webFolder } from './web-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The app as it is served, built once a run by whichever test file asks first. */
export function builtWeb(): Promise<string> {
  return builtOnce('app', [])
}

/** The public pages as the server writes them. */
export function builtPages(): Promise<string> {
  return builtOnce('pages', ['--config', 'vite.pages.config.ts'])
}

async function builtOnce(what: string, options: readonly string[]): Promise<string> {
  const folder = join(webFolder(inject('template').database), what)
  await mkdir(folder, { recursive: true })
  const built = join(folder, 'built')
  const failed = join(folder, 'failed')
  if (await isFirst(folder)) await build(folder, built, failed, options)
  else await appears(folder, [built, failed])
  if (existsSync(failed)) throw new Error(`the ${what} could not be built; the test file that built it says why`)
  return built
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await (await open(join(folder, 'lock'), 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

// As a program of its own: in a test run, Vite would build for tests.
async function build(folder: string, built: string, failed: string, options: readonly string[]): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  const partial = join(folder, 'partial')
  const args = [vite, 'build', ...options, '--outDir', partial, '--emptyOutDir', '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env })
    await rename(partial, built)
  } catch (error) {
    await writeFile(failed, '')
    throw error
  }
}

async function appears(folder: string, paths: readonly string[]): Promise<void> {
  const stop = new AbortController()
  const events = watch(folder, { signal: stop.signal })
  const isThere = () => paths.some((path) => existsSync(path))
  const next = events[Symbol.asyncIterator]()
  // Watching begins with the first question, so it is asked before the folder is looked at.
  let event = next.next()
  while (!isThere()) {
    await event
    event = next.next()
  }
  event.catch(() => undefined)
  stop.abort()
}
