import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** When the process started, in the system's own terms; undefined where no such process lives. */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ask('lstart', pid)
  const afterName = readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ')
  // Fields 3 and 22 of proc(5), with the name and what stands before it cut off.
  const [state, start] = [afterName?.[0], afterName?.[19]]
  return state === 'Z' || state === 'X' ? undefined : start
}

/** The command line of the process, or undefined where no such process lives. */
export function commandOf(pid: number): string | undefined {
  return process.platform === 'linux' ? readProc(pid, 'cmdline')?.replaceAll('\0', ' ') : ask('command', pid)
}

const POLL_MILLISECONDS = 15

/** Whether the process was gone before that many milliseconds had passed. */
export async function isGoneWithin(milliseconds: number, pid: number): Promise<boolean> {
  const start = startOf(pid)
  const deadline = performance.now() + milliseconds
  while (start !== undefined && startOf(pid) === start) {
    if (performance.now() > deadline) return false
    await pause(POLL_MILLISECONDS)
  }
  return true
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}

/** `ps` answers with an exit code of 1 where there is no such process. */
function ask(column: 'lstart' | 'command', pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch (error) {
    if ((error as { status?: number }).status === 1) return undefined
    throw error
  }
}
