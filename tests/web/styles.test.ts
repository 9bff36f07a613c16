import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('a class is styled in one file, as what one page has loaded stays for all that follow', () => {
  const files = globSync('web/**/*.css').filter((file) => !file.startsWith('web/pages/'))
  const places = files.flatMap((file) => {
    const classes = readFileSync(file, 'utf8').match(/^\.[a-z][\w-]*(?= \{|,$)/gm) ?? []
    return [...new Set(classes)].map((name) => ({ name, file }))
  })
  const shared = [...Map.groupBy(places, ({ name }) => name)].filter(([, found]) => found.length > 1)
  expect(shared.map(([name, found]) => [name, found.map(({ file }) => file)])).toEqual([])
})
