import { describe, expect, it } from 'vitest'
import { diffOf } from '../../../web/settings/diff.ts'

const policy = (offsetMinutes: number) =>
  JSON.stringify({
    weekends: true,
    notices: [
      { kind: 'day_before', on: true, offsetMinutes },
      { kind: 'hour_before', on: false, offsetMinutes: 60 },
    ],
  })

describe('what changed of a record', () => {
  it('is told field by field, and of a list of kinds only those that changed', () => {
    expect(diffOf(policy(1440), policy(2880))).toEqual([
      {
        name: 'notices day before',
        before: { on: true, offsetMinutes: 1440 },
        after: { on: true, offsetMinutes: 2880 },
      },
    ])
  })

  it('is all of it where there was nothing before', () => {
    const names = diffOf(null, policy(1440)).map(({ name }) => name)
    expect(names).toEqual(['weekends', 'notices day before', 'notices hour before'])
  })
})
