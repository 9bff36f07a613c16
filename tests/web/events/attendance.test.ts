import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsAtDesk } from '../../support/events-at-desk.ts'
import { signInAs } from '../../support/office.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClient, makeTherapist } from '../../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from '../open-daybook.ts'

let daybook: Daybook
beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true }

describe('the attendance sheet', () => {
  it('is ticked on a tablet, one tap a person, by who runs the group, with what each is charged', async () => {
    const { db } = daybook.database
    const { clinic, receptionist } = daybook.office
    const desk = eventsAtDesk(daybook.app, receptionist.cookie)
    const chen = await makeTherapist(db, clinic.id, { name: 'Dr. Chen' })
    const { id, sessions } = await desk.publish({
      ...{ title: 'Teen DBT', kind: 'GROUP_THERAPY', admission: 'ENROLMENT', registersFor: 'EVENT', capacity: 8 },
      ...{ startsAt: '2027-01-05T19:00:00Z', endsAt: '2027-01-05T20:00:00Z', priceCents: 4500 },
      facilitatorIds: [chen.id],
    })
    for (const name of ['Ana Diaz', 'Ben Okri', 'Cleo Marsh']) {
      const client = await makeClient(db, clinic.id, { name, email: `${name[0]}@example.com` })
      await desk.enrol(id, client.id)
    }
    const runs = { role: 'therapist', therapistId: chen.id, name: 'Amelia Chen' } as const
    const person = { cookie: await signInAs(daybook.app, await makePerson(db, clinic.id, runs)) }
    const path = `/groups/${id}/sessions/${sessions.nodes[0]!.id}/attendance`
    const page = await daybook.open(`/groups/${id}`, person, TABLET)
    await page.getByRole('link', { name: 'Attendance' }).tap()
    await page.waitForURL(`**${path}`)
    const rowOf = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    const tick = (name: string, word: string) => page.getByRole('group', { name }).getByRole('button', { name: word })
    const totals = page.getByRole('region', { name: 'Totals' })
    await totals.getByText('0 of 3 noted').waitFor()
    for (const button of await page.getByRole('group').getByRole('button').all()) {
      const box = (await button.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    }

    await tick('Ana Diaz', 'Present').tap()
    await rowOf('Ana Diaz')
      .getByText(/^\$45\.00 charged, noted by Amelia Chen/)
      .waitFor()
    await tick('Ben Okri', 'Late').tap()
    await tick('Ben Okri', 'Absent').tap()
    await rowOf('Ben Okri')
      .getByText(/^Noted by Amelia Chen/)
      .waitFor()
    expect(await tick('Ben Okri', 'Absent').getAttribute('aria-pressed')).toBe('true')
    await totals.getByText('1 absent').waitFor()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await totals.getByText('1 late').waitFor()
    await page.getByRole('button', { name: 'Undo' }).tap()
    await rowOf('Ben Okri').getByText('Not noted yet').waitFor()
    await totals.getByText('1 of 3 noted').waitFor()

    await page.getByRole('button', { name: 'All others present' }).tap()
    await totals.getByText('3 of 3 noted').waitFor()
    await totals.getByText('$135.00 charged').waitFor()
    await tick('Cleo Marsh', 'Present').tap()
    await rowOf('Cleo Marsh').getByText('Not noted yet').waitFor()

    const other = await daybook.open(path, receptionist, { viewport: { width: 768, height: 1024 } })
    await other.getByRole('group', { name: 'Cleo Marsh' }).getByRole('button', { name: 'Excused' }).click()
    await rowOf('Cleo Marsh')
      .getByText(/^Noted by Some receptionist/)
      .waitFor()
    for (const width of [1024, 768, 390]) {
      await other.setViewportSize({ width, height: 800 })
      expect(await other.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
    await other.emulateMedia({ colorScheme: 'dark' })
    await expectNoViolation(other)
    await other.goto(`/groups/${id}/people`)
    await other.getByRole('row', { name: /Ana Diaz.*1 of 1 time, \$45\.00/ }).waitFor()
  })

  it('says what could not be noted, keeps what was, and is shut for a session that is cancelled', async () => {
    const { receptionist } = daybook.office
    const desk = eventsAtDesk(daybook.app, receptionist.cookie)
    const times = { startsAt: '2027-02-02T19:00:00Z', endsAt: '2027-02-02T20:00:00Z' }
    const { id, sessions } = await desk.publish({ title: 'Sleep class', kind: 'CLASS', capacity: 8, ...times })
    const session = sessions.nodes[0]!
    const page = await daybook.open(`/groups/${id}/sessions/${session.id}/attendance`, receptionist)
    await page.getByText('Nobody is expected').waitFor()
    await desk.register(id, session.id, 'Maximiliana Featherstonehaugh-Cholmondeley', { places: 3 })
    const ticks = page.getByRole('group', { name: 'Maximiliana' })
    await ticks.waitFor()
    await page.getByText('3 places').waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await ticks.getByRole('button', { name: 'Present' }).click()
    await page.getByRole('alert').getByText('Daybook cannot be reached').waitFor()
    await page.unroute('**/graphql')
    await ticks.getByRole('button', { name: 'Present' }).click()
    await page.getByText(/^Noted by Some receptionist/).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Present')
    const cancel = `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`
    await daybook.office.read(cancel, { input: { id: session.id, expectedVersion: session.version } })
    await page.getByText('This session is cancelled: nothing is noted of it.').waitFor()
    expect(await ticks.getByRole('button', { name: 'Late' }).isDisabled()).toBe(true)
  })

  it('notes what was ticked for the session it was ticked for, wherever one has gone on to', async () => {
    const { db } = daybook.database
    const { clinic, receptionist } = daybook.office
    const desk = eventsAtDesk(daybook.app, receptionist.cookie)
    const { id, sessions } = await desk.publish({
      ...{ title: 'Grief group', kind: 'GROUP_THERAPY', admission: 'ENROLMENT', registersFor: 'EVENT', capacity: 8 },
      ...{ startsAt: '2027-03-02T19:00:00Z', endsAt: '2027-03-02T20:00:00Z', rrule: 'FREQ=WEEKLY;COUNT=2' },
    })
    for (const name of ['Ana Diaz', 'Ben Okri']) await desk.enrol(id, (await makeClient(db, clinic.id, { name })).id)
    const [first, second] = sessions.nodes.map((each) => `/groups/${id}/sessions/${each.id}/attendance`)
    const page = await daybook.open(first!, receptionist)
    const totals = page.getByRole('region', { name: 'Totals' })
    await totals.getByText('0 of 2 noted').waitFor()
    await page.evaluate(
      ([one, other]) => {
        history.pushState(null, '', other)
        history.pushState(null, '', one)
      },
      [first!, second!],
    )
    let release = () => {}
    const gone = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('recordAttendance')) await gone
      await route.continue()
    })
    // The second waits for the answer of the first.
    for (const name of ['Ana Diaz', 'Ben Okri'])
      await page.getByRole('group', { name }).getByRole('button', { name: 'Present' }).click()
    await page.goBack()
    await page.getByText('Mar 9').waitFor()
    await totals.getByText('0 of 2 noted').waitFor()
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    release()
    await page.goForward()
    await totals.getByText('2 of 2 noted').waitFor()
    await page.goBack()
    await totals.getByText('0 of 2 noted').waitFor()
  })
})
