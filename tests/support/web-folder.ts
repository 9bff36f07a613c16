import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a run keeps its build of the app; gone with the run. */
export function webFolder(run: string): string {
  return join(tmpdir(), `daybook-web-${run}`)
}
