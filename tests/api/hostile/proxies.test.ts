import { describe, expect, test } from 'vitest'
import { trustProxies } from '../../../api/auth/proxies.ts'
import { readEnv } from '../../../api/env.ts'

describe('a proxy is trusted', () => {
  test.each([
    ['10.0.0.1', ['10.0.0.1']],
    ['10.200.3.4', ['10.0.0.0/8']],
    ['::ffff:10.0.0.1', ['10.0.0.1']],
    ['fd00::1', ['fd00::/8']],
    ['192.168.7.7', ['10.0.0.0/8', '192.168.7.7/32']],
  ])('at %s by %j', (address, proxies) => {
    expect(trustProxies(proxies)(address)).toBe(true)
  })
})

describe('a proxy is not trusted', () => {
  test.each([
    ['10.0.0.1', []],
    ['10.0.0.2', ['10.0.0.1']],
    ['11.0.0.1', ['10.0.0.0/8']],
    ['fe80::1', ['fd00::/8']],
    ['nonsense', ['0.0.0.0/0']],
    ['', ['0.0.0.0/0', '::/0']],
  ])('at %j by %j', (address, proxies) => {
    expect(trustProxies(proxies)(address)).toBe(false)
  })
})

test.each(['localhost', '10.0.0.1/33', '10.0.0.1/', '10.0.0.1/-1', 'fd00::/129', '10.0.0.0/8/8x', '*', 'true'])(
  '%s is no proxy to trust',
  (proxy) => {
    expect(() => trustProxies([proxy])).toThrow(/DAYBOOK_TRUSTED_PROXIES/)
  },
)

test('proxies are named in the environment, and nobody is trusted unless named', () => {
  expect(readEnv({}).trustedProxies).toEqual([])
  expect(readEnv({ DAYBOOK_TRUSTED_PROXIES: ' 10.0.0.1, fd00::/8 ' }).trustedProxies).toEqual(['10.0.0.1', 'fd00::/8'])
})
