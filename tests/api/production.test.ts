import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

it('the program says that it is no place for finding mistakes before any package that asks is loaded', async () => {
  const program = await readFile(new URL('../../dist/server.js', import.meta.url), 'utf8')
  const [first] = program.match(/^import .*$/m) ?? []
  expect(first).toBe('import "./production.js";')
  const said = await readFile(new URL('../../dist/production.js', import.meta.url), 'utf8')
  expect(said).toContain('process.env.NODE_ENV ??= "production"')
})
