import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./peers', import.meta.url))

/** Installs what we are measured against, from a lock of its own, the first time it is wanted. */
export function installPeers(): void {
  if (existsSync(`${folder}/node_modules`)) return
  execFileSync('npm', ['--prefix', folder, 'ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
}

export function peerPath(name: string): string {
  return `${folder}/node_modules/${name}`
}
