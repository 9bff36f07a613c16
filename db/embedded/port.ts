import { createServer } from 'node:net'

/** The port that is kept while it is free, so that the address of the database stays the same; otherwise a free one. */
export async function portLike(kept: number | undefined): Promise<number> {
  return kept !== undefined && (await isFree(kept)) ? kept : freePort()
}

export function freePort(): Promise<number> {
  return listenBriefly(0)
}

async function isFree(port: number): Promise<boolean> {
  try {
    return (await listenBriefly(port)) === port
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES') return false
    throw error
  }
}

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
