import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeLog } from '../../../api/log.ts'
import { makeSender } from '../../../jobs/send/sender.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { calendarText } from '../../support/imported-calendar.ts'
import { makeSentMessage, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, shown, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { makeType } from '../../support/world.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const NEXT_WEEK = '2026-03-10T15:00:00Z'
const STANDS = 'What we offered you, Thu, Mar 5 at 2:00 PM, is still kept for you until'

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

/** Somebody who waits and has an appointment next week, of which she can be reminded. */
async function annWith(wishes: Record<string, unknown> = {}) {
  const ann = await list.waiting('Ann', { urgency: 'EMERGENCY', ...wishes })
  const { appointment } = await list.desk.book({ clientId: ann.client.id, startsAt: NEXT_WEEK, roomId: null })
  // By hand, one after the other, beside what the policy sends.
  const kinds = ['high_risk', 'changed']
  const remind = async () => {
    now += MINUTE
    const about = { appointmentId: appointment.id, aboutStartsAt: NEXT_WEEK, recipient: ann.phone.number }
    await makeSentMessage(database.db, list.desk.clinic.id, { ...about, kind: kinds.shift()!, sentAt: now })
    now += MINUTE
  }
  const hers = async () => {
    const [row] = await list.rows(`select status, confirmed_at is not null as confirmed from appointments
      where clinic_id = $1 and id = '${appointment.id}'`)
    return `${row!.status}${row!.confirmed ? ' and confirmed' : ''}`
  }
  return { ...ann, appointment, remind, hers }
}

async function offer(startsAt?: string): Promise<void> {
  now += MINUTE
  await list.free(startsAt)
  await list.post()
  now += MINUTE
}

const offers = async () => shown(await list.offers())
const booked = async (name: string) =>
  (
    await list.rows(`select to_char(a.starts_at, 'MM-DD HH24:MI') as at from appointments a join clients c on c.id = a.client_id
      where a.clinic_id = $1 and a.status = 'booked' and c.name = '${name}' order by a.starts_at`)
  ).map((each) => each.at)

test('an offer leaves in the words that the clinic has given it', async () => {
  const ann = await list.waiting('Ann')
  await list.read(
    `mutation ($input: UpdateMessageTemplateInput!) { updateMessageTemplate(input: $input) { __typename } }`,
    {
      input: {
        kind: 'WAITLIST_OFFER',
        channel: 'SMS',
        language: 'en',
        expectedVersion: 0,
        body: 'Quick: {{whenShort}}!',
      },
    },
  )
  await offer()
  const [text] = await list.rows(`select o.text from outbox_items o join messages m on m.id = o.message_id
    where o.clinic_id = $1 and m.client_id = '${ann.client.id}' and m.channel = 'sms'`)
  expect(text).toEqual({ text: 'Quick: Thu, Mar 5 at 2:00 PM!' })
})

test('whoever would give up an appointment is told so by text and by mail before she answers, and after', async () => {
  const ann = await list.waiting('Ann')
  await list.send('leaveWaitlist', { id: ann.entry.id, expectedVersion: 1 })
  const { appointment } = await list.desk.book({ clientId: ann.client.id, startsAt: NEXT_WEEK, roomId: null })
  const sooner = { clientId: ann.client.id, typeId: list.desk.type.id, appointmentId: appointment.id }
  await list.send('joinWaitlist', { ...sooner, urgency: 'EMERGENCY' })
  await offer()
  const told = await list.rows(`select o.text from outbox_items o join messages m on m.id = o.message_id
    where o.clinic_id = $1 and m.kind = 'waitlist_offer' order by m.channel`)
  expect(told.map((each) => each.text)).toEqual([
    expect.stringContaining('It takes the place of your appointment on Tuesday, March 10 at 11:00 AM'),
    expect.stringContaining('Reply YES to take it instead of your appointment on Tuesday, March 10 at 11:00 AM, NO to'),
  ])
  expect(await ann.phone.text('YES')).toContain(
    'You are booked for Thu, Mar 5 at 2:00 PM, instead of Tue, Mar 10 at 11:00 AM.',
  )
})

describe('what asked last is answered', () => {
  test('a yes after an offer and then a reminder confirms, and says that the offer stands; the next yes takes it', async () => {
    const ann = await annWith()
    await offer()
    await ann.remind()
    const answer = await ann.phone.text('YES')
    expect(answer).toContain('We look forward to seeing you Tue, Mar 10 at 11:00 AM.')
    expect(answer).toContain(STANDS)
    expect([await ann.hers(), await offers()]).toEqual(['booked and confirmed', ['Ann OPEN']])
    now += MINUTE
    expect(await ann.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
    expect(await offers()).toEqual(['Ann ACCEPTED'])
    expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
  })

  test('a no after both cancels what was reminded of, and the next no declines the offer', async () => {
    const ann = await annWith()
    await offer()
    await ann.remind()
    const answer = await ann.phone.text('C')
    expect(answer).toContain('Your appointment Tue, Mar 10 at 11:00 AM is cancelled.')
    expect(answer).toContain(STANDS)
    expect([await ann.hers(), await offers()]).toEqual(['cancelled', ['Ann OPEN']])
    expect(await ann.phone.text('NO')).toContain('You stay on our waitlist')
    expect(await offers()).toEqual(['Ann DECLINED'])
  })

  test('a yes after a reminder and then an offer takes the offer, and the next confirms', async () => {
    const ann = await annWith()
    await ann.remind()
    await offer()
    expect(await ann.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
    expect(await ann.hers()).toBe('booked')
    expect(await ann.phone.text('YES')).toContain('seeing you Tue, Mar 10')
    expect(await ann.hers()).toBe('booked and confirmed')
  })

  test('a question in between leaves the reminder the one that is asked; one that is moot asks nothing', async () => {
    const ann = await annWith()
    await offer()
    await ann.remind()
    expect(await ann.phone.text('Is there parking?')).toContain('did not understand')
    expect(await ann.phone.text('Y')).toContain('seeing you Tue, Mar 10')
    await ann.remind()
    // The desk cancels it: nothing is left to confirm.
    const [{ version } = { version: 0 }] = await list.rows(
      `select version from appointments where clinic_id = $1 and id = '${ann.appointment.id}'`,
    )
    await list.cancel({ id: ann.appointment.id, version: Number(version) })
    expect(await ann.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  })

  test('a yes to what was said still to stand is one to the offer, also when it comes too late', async () => {
    const ann = await annWith()
    await offer()
    await ann.remind()
    await ann.phone.text('YES')
    now = Date.parse((await list.offers())[0]!.expiresAt) + MINUTE
    await list.fill()
    expect(await ann.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  })

  test('a second yes to a reminder that came after the offer was over books nothing', async () => {
    const ann = await annWith()
    await offer()
    now = Date.parse((await list.offers())[0]!.expiresAt)
    await list.fill()
    await ann.remind()
    for (const word of ['YES', 'Yes!']) expect(await ann.phone.text(word)).toContain('seeing you Tue, Mar 10')
    expect(await offers()).toEqual(['Ann EXPIRED'])
  })
})

describe('what the desk took back', () => {
  test('is not booked by a late yes, by text or by the link; another is offered only where the clinic offers', async () => {
    const ann = await list.waiting('Ann')
    await offer()
    const [open] = await list.offers()
    await list.send('withdrawOffer', { id: open!.id, expectedVersion: open!.version })
    await list.post()
    await list.setPolicy({ mode: 'SUGGEST' })
    expect(await ann.phone.text('YES')).toContain('that time is no longer offered. You stay on our waitlist.')
    const { text } = await list.press(list.linkOf(open!), 'accept')
    expect(text).toContain('Sorry, that time is no longer offered. You stay on our waitlist.')
    await list.setPolicy({ mode: 'OFFER' })
    expect(await ann.phone.text('YES')).toMatch(/that time is no longer offered\. .* is free and kept for you until/)
    expect(await booked('Ann')).toEqual([])
    const [, another] = await list.offers()
    expect(another!.slot.startsAt).not.toBe(open!.slot.startsAt)
  })

  test('stays free when its filling was stopped after she had let the time pass', async () => {
    const ann = await list.waiting('Ann', { days: [4], untilOn: '2026-03-05', parts: ['AFTERNOON'] })
    await list.waiting('Bea', { days: [4] })
    await offer()
    now = Date.parse((await list.offers())[0]!.expiresAt)
    await list.fill()
    expect(await offers()).toEqual(['Ann EXPIRED', 'Bea OPEN'])
    const [slot] = await list.freed()
    await list.send('closeFreedSlot', { id: slot!.id, expectedVersion: slot!.version })
    expect(await ann.phone.text('YES')).toMatch(/that time is no longer offered\./)
    expect([await booked('Ann'), await booked('Bea')]).toEqual([[], []])
    const after = (await list.offers()).at(-1)!
    expect(after.slot.startsAt === THURSDAY.replace('Z', '.000Z') && after.status === 'OPEN').toBe(false)
  })

  test('or left the list with is answered with that, and nothing else is confirmed by it', async () => {
    const ann = await annWith()
    await ann.remind()
    await offer()
    const { version } = await list.entry(ann.entry.id)
    await list.send('leaveWaitlist', { id: ann.entry.id, expectedVersion: version })
    expect(await ann.phone.text('YES')).toContain('no longer offered, and you are no longer on our waitlist.')
    const [left] = await list.offers()
    expect((await list.press(list.linkOf(left!), 'accept')).text).toContain('you are no longer on our waitlist')
    expect(await ann.hers()).toBe('booked')
  })
})

describe('of those who are asked at once', () => {
  const sentTo = async (clientId: string) =>
    (
      await list.rows(`select kind, channel, status from messages where clinic_id = $1 and client_id = '${clientId}'
        and offer_id is not null order by kind desc, channel`)
    ).map((each) => `${each.kind} ${each.channel} ${each.status}`)

  test('one to whom the offer is just being sent when another takes it is told afterwards', async () => {
    await list.setPolicy({ together: 2 })
    const ann = await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea')
    await list.free()
    const [, beas] = await list.offers()
    let taken: Promise<unknown> | undefined
    const { channels, composer, context } = list
    const sender = makeSender({
      ...{ channels, ...composer, log: makeLog('silent') },
      async admit(trx, clinicId, due, at) {
        const admitted = await composer.admit(trx, clinicId, due, at)
        // Looked at, and in hand, but not yet written down as such.
        taken ??= list.press(list.linkOf(beas!), 'accept')
        await taken
        return admitted
      },
    })
    await sender.drain(context, list.desk.clinic.id)
    expect(await offers()).toEqual(['Ann WITHDRAWN', 'Bea ACCEPTED'])
    now += MINUTE
    await list.post()
    expect(await sentTo(ann.client.id)).toEqual([
      ...['waitlist_offer email sent', 'waitlist_offer sms sent', 'waitlist_gone email sent', 'waitlist_gone sms sent'],
    ])
  })

  test('one to whom nothing has left yet hears nothing', async () => {
    await list.setPolicy({ together: 2 })
    const ann = await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea')
    await list.free()
    const [, beas] = await list.offers()
    await list.press(list.linkOf(beas!), 'accept')
    await list.post()
    expect((await sentTo(ann.client.id)).filter((each) => !each.endsWith(' cancelled'))).toEqual([])
  })

  test('each is looked at for the very slot that is offered', async () => {
    await list.setPolicy({ together: 2 })
    const { chen, clinic, leo, oak, book } = list.desk
    const long = await makeType(database.db, clinic.id, { minutes: 120 })
    // From eleven to one, of which the first hour is taken elsewhere by then.
    const startsAt = '2026-03-05T16:00:00Z'
    const { appointment } = await book({ startsAt, typeId: long.id, roomId: oak.id, clientId: leo.id })
    await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea', { parts: ['MORNING'] })
    await list.cancel(appointment)
    const ics = calendarText(
      'UID:elsewhere\nDTSTART:20260305T160000Z\nDTEND:20260305T170000Z\nDTSTAMP:20260301T000000Z',
    )
    await list.read('mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) { __typename } }', {
      input: { therapistId: chen.id, name: 'Elsewhere', ics },
    })
    await list.fill()
    expect((await list.offers()).map((each) => [each.entry.client.name, each.slot.startsAt])).toEqual([
      ['Ann', '2026-03-05T17:00:00.000Z'],
    ])
  })
})
