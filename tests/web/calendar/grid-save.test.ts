import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MoveOutcome } from '../../../web/calendar/store/moves.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { button, cardAt, columnOf, dragTo, dropAt, liveText, movesOf, nextFrames, openDay } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')
const lee = cardAt('lee', '09:00', '09:50', { therapistId: 't1', roomId: 'r1', clientName: 'Lee Park' })
const refused: MoveOutcome = {
  kind: 'refused',
  problems: [{ code: 'THERAPIST_BUSY', message: 'Dr. Okafor is busy with Sam Osei.', overridable: false }],
  alternatives: [],
}

async function answer(page: Page, outcome: MoveOutcome | 'moved'): Promise<void> {
  await page.evaluate((given) => window.harness.answer(given), outcome)
  await nextFrames(page)
}

function columnOfCard(page: Page, id: string): Promise<string | undefined> {
  return columnOf(button(page, id))
}

describe('a dropped card', () => {
  it('stands at its new place at once, marked as saving, and then is saved', async () => {
    const page = await openDay(browser, [maya], { answers: 'held' })
    await dragTo(page, 'maya', 'Dr. Okafor', '11:00')
    const dropped = await page.evaluateHandle(() => {
      const isSaving = async (event: PointerEvent) => {
        while (!document.querySelector('[data-resource=t1] .saving')) await new Promise(requestAnimationFrame)
        return performance.now() - event.timeStamp
      }
      const released = new Promise<PointerEvent>((done) =>
        window.addEventListener('pointerup', done, { capture: true, once: true }),
      )
      return { took: released.then(isSaving) }
    })
    await page.mouse.up()
    const took = await dropped.evaluate((each) => each.took)
    expect(took).toBeLessThan(100)
    expect(await button(page, 'maya').getAttribute('aria-label')).toContain('saving')
    await answer(page, 'moved')
    expect(await button(page, 'maya').getAttribute('class')).not.toContain('saving')
    expect(await columnOfCard(page, 'maya')).toBe('Dr. Okafor')
  })

  it('that is refused goes back, says why, and keeps the focus', async () => {
    const page = await openDay(browser, [maya], { answers: 'held' })
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await answer(page, refused)
    expect(await columnOfCard(page, 'maya')).toBe('Dr. Chen')
    expect(await liveText(page).innerText()).toMatch(
      /^Not moved: Dr\. Okafor is busy with Sam Osei\. Maya Thompson stays/,
    )
    expect(await page.evaluate(() => window.harness.refusals.map(({ kind, move }) => [kind, move.id]))).toEqual([
      ['refused', 'maya'],
    ])
    expect(await button(page, 'maya').evaluate((node) => node === document.activeElement)).toBe(true)
  })

  it('whose answer never came goes back too', async () => {
    const page = await openDay(browser, [maya], { answers: 'held' })
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await answer(page, { kind: 'failed', message: 'The server could not be reached.' })
    expect(await columnOfCard(page, 'maya')).toBe('Dr. Chen')
    expect(await liveText(page).innerText()).toContain('The server could not be reached.')
  })

  it('takes no second move while it is saved, and leaves the other cards free', async () => {
    const page = await openDay(browser, [maya, lee], { answers: 'held' })
    await dropAt(page, 'maya', 'Dr. Chen', '11:00')
    await dropAt(page, 'maya', 'Dr. Chen', '13:00')
    await dropAt(page, 'lee', 'Dr. Okafor', '13:00')
    expect(await movesOf(page)).toEqual(['maya 11:00-11:50 t0 r0', 'lee 13:00-13:50 t1 r1'])
    await answer(page, refused)
    await answer(page, 'moved')
    expect([await columnOfCard(page, 'maya'), await columnOfCard(page, 'lee')]).toEqual(['Dr. Chen', 'Dr. Okafor'])
  })

  it('is not saved twice by its own echo, before the answer or after it', async () => {
    const page = await openDay(browser, [maya], { answers: 'held' })
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    for (const cursor of ['101', '102']) {
      await page.evaluate((at) => {
        const [move] = window.harness.moves
        const card = { ...window.harness.card('maya')!, ...move!.to, version: 2 }
        const actor = { kind: 'MEMBER' as const, name: 'Me' }
        const { clientMutationId } = move!
        window.harness.book.apply({ kind: 'card', cursor: at, card, actor, clientMutationId })
      }, cursor)
      await nextFrames(page)
      expect(await button(page, 'maya').count()).toBe(1)
      if (cursor === '101') await answer(page, 'moved')
    }
    expect(await page.locator('.card-flash').count()).toBe(0)
    expect(await page.evaluate(() => window.harness.card('maya')?.version)).toBe(2)
  })
})

describe('undo', () => {
  it('is offered for ten seconds and takes the move back', async () => {
    const page = await openDay(browser, [maya])
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await page.getByRole('button', { name: 'Undo' }).click()
    await nextFrames(page)
    expect(await movesOf(page)).toEqual(['maya 11:00-11:50 t1 r0', 'maya 09:00-09:50 t0 r0'])
    expect(await page.evaluate(() => window.harness.moves[1]?.expectedVersion)).toBe(2)
    expect(await liveText(page).innerText()).toMatch(/^Undone: Maya Thompson is back at 9:00 AM/)
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  })

  it('answers Control Z', async () => {
    const page = await openDay(browser, [maya])
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await page.keyboard.press('Control+z')
    await nextFrames(page)
    expect(await columnOfCard(page, 'maya')).toBe('Dr. Chen')
  })

  it('leaves alone what somebody else has changed since', async () => {
    const page = await openDay(browser, [maya])
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await page.evaluate(() => {
      const card = { ...window.harness.card('maya')!, version: 3 }
      const actor = { kind: 'MEMBER' as const, name: 'Rosa Lind' }
      window.harness.book.apply({ kind: 'card', cursor: '105', card, actor, clientMutationId: null })
    })
    await page.keyboard.press('Control+z')
    expect(await movesOf(page)).toHaveLength(1)
    expect(await liveText(page).innerText()).toContain('has been changed since; the move stays')
  })

  it('is over after ten seconds', async () => {
    const page = await openDay(browser, [maya], {}, {})
    await page.clock.install()
    await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
    await page.mouse.move(700, 20)
    await page.clock.fastForward(10_100)
    await page.keyboard.press('Control+z')
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect(await movesOf(page)).toHaveLength(1)
    expect(await liveText(page).innerText()).toBe('There is nothing to undo.')
  })
})
