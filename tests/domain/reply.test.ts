import { describe, expect, it, test } from 'vitest'
import { readMinutes, readReply } from '../../domain/reply.ts'

const TYPED: Readonly<Record<string, readonly string[]>> = {
  confirm: [
    ...['Y', 'y', 'yes!', 'YES', 'Yes please', 'yes, thank you', 'Yep 😊', 'ok', 'OK.', 'Okay thanks!', 'k', 'confirm'],
    ...[
      'Confirmed',
      'I confirm',
      'I’ll be there',
      "I'll be there!",
      'will do',
      'See you tomorrow',
      '👍',
      '👍🏽',
      'sure',
    ],
    ...[
      'si',
      'sí',
      'Sí, gracias',
      'SÍ POR FAVOR',
      'confirmo',
      'Claro que sí',
      'vale',
      'ahí estaré',
      'Yes confirmed, see you then',
    ],
    ...[
      'Yes, I can make it',
      'on my way!',
      'YES see you Tuesday',
      'Yes, see you at 3:15',
      'See ya then',
      "Yes I'll stop by",
    ],
    ...[`Liked “${'Harbor Clinic: you are booked for Tue, Mar 3 at 10:00 AM. '.repeat(4)}”`],
    ...['\u200a👍\u200b to “\u200aReply YES to confirm\u200a”', 'Yes for Tuesday please', 'Correct'],
    ...['yes yes', 'Y e s'.replaceAll(' ', ''), '  yes  ', 'Ｙｅｓ', 'Hi, yes I will be there'],
  ],
  cancel: [
    ...['C', 'c', 'NO', 'no', 'No thanks', 'nope', 'cancel', 'Cancel please', 'CANCEL MY APPOINTMENT', "can't make it"],
    ...[
      'I can’t make it',
      'Sorry, I cant make it',
      'I will not make it',
      'I have to cancel',
      'need to cancel',
      'not coming',
    ],
    ...[
      "I can't",
      "No I can't",
      'No, cancel',
      "I won't be able to make it",
      "I'm sick, can't come",
      'Cancel. I am sick',
    ],
    ...[
      'cancelar',
      'Quiero cancelar mi cita',
      'no puedo ir',
      'No podré ir',
      'no voy',
      'No, gracias',
      'cannot come today',
    ],
  ],
  move: [
    ...[
      'MOVE',
      'move please',
      'reschedule',
      'Can I reschedule?',
      'I need to reschedule',
      're-schedule',
      'change the time',
    ],
    ...[
      'Could we move it',
      'another time please',
      'cambiar',
      'Quiero cambiar la hora',
      'reprogramar',
      'otro día por favor',
    ],
    ...['none', 'None of these.', 'ninguna', 'other times?'],
    ...['R', 'move to Tuesday please', "I'm sick, need another day"],
    ...["I can't make it, can I reschedule?", 'cancel and move'.replace(' and', ','), 'No puedo ir, quiero otra hora'],
  ],
  stop: [
    ...[
      'STOP',
      'stop',
      'Stop.',
      'STOPALL',
      'stop all',
      'UNSUBSCRIBE',
      'unsubscribe me please',
      'quit',
      'END',
      'opt-out',
    ],
    ...['stop texting me', 'BAJA', 'ALTO', 'darme de baja', 'no more texts please', 'STOP, cancel', 'remove me'],
  ],
  start: ['START', 'start', 'unstop', 'subscribe', 'Alta'],
  help: ['HELP', 'help', 'info', 'Ayuda', 'help please'],
  thanks: ['thanks', 'Thank you!', 'Gracias', 'muchas gracias', 'great, thanks', 'ty'],
  unrecognised: [
    ...[
      '',
      ' ',
      '?',
      '😊',
      'maybe',
      'who is this',
      'yes and no',
      'yes no',
      'ok cancel',
      "don't cancel",
      'do not cancel',
    ],
    ...['no need to cancel', 'No change', 'No cancelar', 'no cambiar', 'Cancel Tuesday', 'cancel at 3:15', "I'm sick"],
    ...["I'll stop by", 'Disliked “Reply YES to confirm”', 'Thanks, Tuesday', "Yes, I'm sick"],
    ...[
      'no problem',
      'Is it ok to cancel?',
      'I think so',
      'Y N',
      'what time?',
      '10:30',
      'I',
      'the appointment',
      '👎',
      '0',
      '10',
    ],
    ...[
      '12 3',
      'cancel 2',
      'late no',
      'cancel, late 10',
      'yes move',
      'start help',
      'late 500',
      'late 0',
      '1 or 2',
      'half an hour',
    ],
    ...[
      'wrong number',
      'new phone who dis',
      'yes '.repeat(60),
      'constructor',
      '__proto__',
      'STOPPED',
      'stop by at 5',
      'half',
    ],
  ],
}

describe.each(Object.entries(TYPED))('as %s', (kind, texts) => {
  it.each(texts)('is understood: %j', (text) => {
    expect(readReply(text).kind).toBe(kind)
  })
})

test.each([
  ['LATE 15', 15],
  ['LATE10', 10],
  ['late 10m', 10],
  ['l8 10', 10],
  ['late 10 min', 10],
  ['late 10min', 10],
  ['running 10 late', 10],
  ['Running late, 10 minutes', 10],
  ["I'm running about 20 minutes late, sorry!", 20],
  ["I'll be 5 mins late", 5],
  ['10 minutes late', 10],
  ['10-15 minutes late', 15],
  ['yes, 10 min late', 10],
  ['ten minutes late', 10],
  ['half an hour late', 30],
  ['Will be an hour late', 60],
  ['a few minutes late', 5],
  ['10 min behind', 10],
  ['tarde 10', 10],
  ['Llego 10 minutos tarde', 10],
  ['llegaré quince minutos tarde', 15],
  ['media hora tarde', 30],
  ['Voy con retraso, 20 min', 20],
])('%j says how late', (text, minutes) => {
  expect(readReply(text)).toEqual({ kind: 'late', minutes })
})

test.each(['late', 'Running late', "I'm running late, sorry", 'llego tarde', 'I will be late'])(
  '%j says that she is late, not how much',
  (text) => {
    expect(readReply(text)).toEqual({ kind: 'late' })
  },
)

test.each([
  ['1', 1],
  ['2', 2],
  ['3.', 3],
  ['#2', 2],
  ['2 please', 2],
  ['Option 3', 3],
  ['the first one', 1],
  ['2nd', 2],
  ['yes 2', 2],
  ['2, thanks!', 2],
  ['dos', 2],
  ['la primera', 1],
  ['número 3', 3],
  ['two', 2],
])('%j chooses', (text, number) => {
  expect(readReply(text)).toEqual({ kind: 'choice', number })
})

it.each([
  ...[
    'Stop sending me these messages!',
    'please stop sending texts',
    'Don’t text me anymore',
    'do not contact me again',
  ],
  ...[
    'Stop these texts please',
    'No quiero más mensajes',
    'Por favor dejen de enviarme mensajes',
    'No me escriban más',
  ],
])('%s asks for no more texts, and for nothing else', (text) => {
  expect(readReply(text)).toEqual({ kind: 'stop' })
})

test.each([
  ['10', 10],
  ['5', 5],
  ['about 10 min', 10],
  ['10 minutes, sorry!', 10],
  ['10m', 10],
  ['ten', 10],
  ['15-20', 20],
  ['half an hour', 30],
  ['media hora', 30],
  ['yes', undefined],
  ['cancel 10', undefined],
  ['0', undefined],
  ['500', undefined],
  ['at 3:15', undefined],
  ['late', undefined],
])('asked how late, %j says %j minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})
