import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Peers {
  readonly dependencies: Readonly<Record<string, string>>
}

const folder = fileURLToPath(new URL('./peers', import.meta.url))

/** Installs what we are measured against, from a lock of its own, the first time it is wanted. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Peers
  if (Object.keys(dependencies).every((name) => existsSync(peerPath(name)))) return
  execFileSync('npm', ['--prefix', folder, 'ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
}

export function peerPath(name: string): string {
  return `${folder}/node_modules/${name}`
}
