import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import type { LoggedChange } from '../../../web/calendar/store/apply-change.ts'
import type { TimeOff } from '../../../web/calendar/store/book.ts'
import { leaveUnder, sayLeave } from '../../../web/calendar/store/leave.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { button, cardAt, nextFrames, openDay } from './grid-hands.ts'

const at = (time: string) => instantOf('2027-03-03', time, 'America/New_York')

const sick: TimeOff = {
  ...{ id: 'leave', version: 1, reason: 'sick', approved: true },
  ...{ resourceId: 't0', start: at('09:30'), end: at('17:00') },
}
const maya = cardAt('maya', '09:00', '09:50')

describe('an appointment stands on leave time', () => {
  const under = (card: typeof maya, leave: TimeOff) => leaveUnder(card, new Map([[leave.resourceId, [leave]]]))

  it('when its therapist or its room is away for any of it', () => {
    expect(under(maya, sick)).toBe(sick)
    expect(under(maya, { ...sick, resourceId: 'r0' })?.resourceId).toBe('r0')
    expect(under(maya, { ...sick, resourceId: 't1' })).toBeUndefined()
    expect(under(maya, { ...sick, start: at('09:50') })).toBeUndefined()
  })

  it('no longer once the client is there', () => {
    expect(under({ ...maya, status: 'arrived' }, sick)).toBeUndefined()
  })

  it('not where somebody put it there on purpose', () => {
    expect(under({ ...maya, isMeantOnLeave: true }, sick)).toBeUndefined()
  })

  it('with words that name who is away and why', () => {
    const chen = { id: 't0', kind: 'therapist' as const, name: 'Dr. Chen', detail: '', active: true }
    const oak = { id: 'r0', kind: 'room' as const, name: 'Oak', detail: '', active: true }
    expect(sayLeave(sick, chen)).toBe('Dr. Chen is away: sick.')
    expect(sayLeave({ ...sick, resourceId: 'r0', reason: 'other' }, oak)).toBe('Oak is out of use.')
  })
})

describe('on the grid', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await borrowBrowser()
  })
  afterAll(() => browser.close())

  it('it is marked with a sign, an outline and words as soon as the leave is approved, and no longer when it is not', async () => {
    const page = await openDay(browser, [maya])
    const tell = async (leave: TimeOff, cursor: string) => {
      const change: LoggedChange = {
        ...{ kind: 'timeOff', timeOff: leave, cursor, clientMutationId: null },
        actor: { kind: 'MEMBER', name: 'Rosa Quinn' },
      }
      await page.evaluate((told) => window.harness.book.apply(told), change)
      await nextFrames(page)
    }
    const card = button(page, 'maya')
    await tell(sick, '900')
    expect(await card.getAttribute('aria-label')).toContain('on leave time')
    expect(await card.evaluate((node) => getComputedStyle(node).backgroundImage)).toMatch(/^url\(/)
    expect(await card.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid')
    expect(await card.getAttribute('data-more')).toMatch(/^On leave time · /)
    expect(await page.getByRole('columnheader', { name: /Dr\. Chen/ }).textContent()).toContain(
      'Sick 9:30 AM to 5:00 PM',
    )
    await tell({ ...sick, version: 2, approved: false }, '901')
    expect(await card.getAttribute('aria-label')).not.toContain('on leave time')
  })
})
