import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export type IsTrusted = (address: string) => boolean

/** Whether an address is one of the proxies named: addresses, or networks like 10.0.0.0/8. */
export function trustProxies(proxies: readonly string[]): IsTrusted {
  const trusted = new BlockList()
  for (const proxy of proxies) addProxy(trusted, proxy)
  return (address) => isIP(address) !== 0 && trusted.check(address, familyOf(address))
}

function addProxy(trusted: BlockList, proxy: string): void {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(proxy) ?? []
  const longest = isIP(address) === 4 ? 32 : 128
  const length = Number(bits ?? longest)
  if (isIP(address) === 0 || length > longest)
    throw new Error(`DAYBOOK_TRUSTED_PROXIES names no address or network: ${proxy}`)
  trusted.addSubnet(address, length, familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}

/** Who sent a request that Fastify does not see: the nearest address that is no proxy of ours, as Fastify finds it. */
export function addressOf(request: IncomingMessage, isTrusted: IsTrusted): string | undefined {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
  const hops = forwarded.split(',').map((each) => each.trim())
  let address = request.socket.remoteAddress
  while (address !== undefined && isTrusted(address)) {
    const before = hops.pop()
    if (!before) return address
    address = before
  }
  return address
}
