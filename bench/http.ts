import { Agent, request } from 'node:http'

export interface GraphQLClient {
  /** The answer's body, as it came. */
  post(query: string, variables: object): Promise<string>
  close(): void
}

/** As a program of a partner would talk to us: plain HTTP, connections kept. */
export function connectHttp(url: string, authorization: string, connections: number): GraphQLClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const address = new URL('/graphql', url)
  return {
    post(query, variables) {
      const body = JSON.stringify({ query, variables })
      const headers = {
        authorization,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }
      return new Promise((resolve, reject) => {
        const outgoing = request(address, { agent, method: 'POST', headers }, (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () => resolve(Buffer.concat(chunks).toString()))
        })
        outgoing.on('error', reject)
        outgoing.end(body)
      })
    },
    close: () => agent.destroy(),
  }
}
