import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** Whom the database server runs as; both are absent where that is simply whoever runs the program. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

const NAME = 'postgres'

/**
 * PostgreSQL refuses to run as root, so root lends it a user: the one that owns the cluster, where there is one
 * already, or else `postgres`.
 */
export function serverUser(cluster?: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  if (cluster && existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  return userNamed(NAME) ?? createUser()
}

function createUser(): ServerUser {
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', NAME])
  const created = userNamed(NAME)
  if (!created)
    throw new Error(`useradd made no user ${NAME}; create one, or start Daybook as a user that is not root.`)
  return created
}

function userNamed(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
