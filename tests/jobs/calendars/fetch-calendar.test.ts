import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { fetchCalendar } from '../../../jobs/calendars/fetch-calendar.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const inside = { allowsPrivate: true }

test('reads what the operator allows within the building', async () => {
  const url = await serve((_request, reply) => reply.end('BEGIN:VCALENDAR'))
  expect(await fetchCalendar(`${url}/a.ics`, inside)).toEqual({ text: 'BEGIN:VCALENDAR' })
})

test.each([
  'https://127.0.0.1/a.ics',
  'https://127.1/a.ics',
  'https://2130706433/a.ics',
  'https://0.0.0.0/',
  'https://10.1.2.3/',
  'https://172.31.0.1/',
  'https://192.168.0.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[2002:a00:1::]/',
  'https://localhost/',
  'webcal://127.0.0.1/',
])('%s is a private network, and not asked', async (url) => {
  expect(await fetchCalendar(url, { allowsPrivate: false })).toEqual({ problem: 'leads to a private network' })
})

test.each([
  ['http://example.com/a.ics', 'must begin with https://'],
  ['file:///etc/passwd', 'must begin with https://'],
  ['javascript:alert(1)', 'must begin with https://'],
  ['https://me:secret@example.com/', 'must contain no password'],
  ['somewhere', 'is no address'],
])('%s is refused: it %s', async (url, problem) => {
  expect(await fetchCalendar(url, { allowsPrivate: false })).toEqual({ problem })
})

test('follows redirects within the host alone, and not for ever', async () => {
  const other = await serve((_request, reply) => reply.end('elsewhere'))
  const url = await serve((request, reply) => {
    const location = { '/near': '/there', '/far': other, '/loop': '/loop' }[request.url!]
    reply.writeHead(location ? 302 : 200, location ? { location } : {}).end('here')
  })
  expect(await fetchCalendar(`${url}/near`, inside)).toEqual({ text: 'here' })
  expect(await fetchCalendar(`${url}/far`, inside)).toEqual({ problem: 'leads somewhere else' })
  expect(await fetchCalendar(`${url}/loop`, inside)).toEqual({ problem: 'leads somewhere else' })
})

test('waits only so long, reads only so much, and tells what the other side answers', async () => {
  const url = await serve((request, reply) => {
    if (request.url === '/missing') reply.writeHead(404).end()
    else if (request.url === '/broken') request.socket.destroy()
    else if (request.url === '/large') reply.end('x'.repeat(2 * 1024 * 1024))
    else reply.write('x')
  })
  const rules = { ...inside, longest: 200, mostBytes: 1024 * 1024 }
  expect(await fetchCalendar(`${url}/slow`, rules)).toEqual({ problem: 'does not answer in time' })
  expect(await fetchCalendar(`${url}/large`, inside)).toMatchObject({ text: expect.any(String) })
  expect(await fetchCalendar(`${url}/large`, { ...rules, longest: 5000 })).toEqual({
    problem: 'answers with more than 1 MB',
  })
  expect(await fetchCalendar(`${url}/missing`, inside)).toEqual({ problem: 'answers with 404' })
  expect(await fetchCalendar(`${url}/broken`, inside)).toEqual({ problem: 'cannot be reached' })
})
