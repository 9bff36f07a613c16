import type { Instant } from './interval.ts'
import { formatDate, formatTime } from './zone.ts'
import { neededZone } from './zone-name.ts'

/** What is answered to a reply, before it is written in a language. */
export type ReplyAnswer =
  | { readonly say: 'confirmed' | 'cancelled' | 'moved'; readonly at: Instant }
  | { readonly say: 'late'; readonly minutes: number }
  /** What was offered from the waitlist is hers. */
  | { readonly say: 'offer taken'; readonly at: Instant; readonly gaveUp?: Instant }
  /** It was gone, or is no longer offered, and this is kept for her instead. */
  | {
      readonly say: 'offer another' | 'offer instead'
      readonly at: Instant
      readonly until: Instant
      readonly givesUp?: Instant
    }
  /** What was answered was about something else: this is kept for her as before. */
  | { readonly say: 'offer stands'; readonly at: Instant; readonly until: Instant }
  | { readonly say: 'offers'; readonly at: readonly Instant[]; readonly until: Instant }
  | { readonly say: 'which'; readonly at: readonly Instant[] }
  /** Whether that is what she means, at a time that she may not know of. */
  | { readonly say: 'sure'; readonly wish: 'confirm' | 'cancel'; readonly at: Instant }
  | { readonly say: PlainAnswer }

export type PlainAnswer =
  | 'how late'
  | 'no offers'
  | 'over'
  | 'begun'
  | 'changed'
  | 'taken'
  | 'expired'
  | 'offer declined'
  | 'offer gone'
  | 'offer withdrawn'
  | 'offer ended'
  | 'notice'
  | 'nothing ahead'
  | 'not understood'
  | 'stopped'
  | 'started'
  | 'help'

interface AnswerWords {
  readonly locale: string
  readonly when: (date: string, time: string) => string
  readonly zoned: (time: string, zone: string) => string
  readonly confirmed: (when: string) => string
  readonly cancelled: (when: string) => string
  readonly moved: (when: string) => string
  readonly late: (minutes: number) => string
  readonly offerTaken: (when: string, gaveUp?: string) => string
  readonly offerAnother: (when: string, until: string, givesUp?: string) => string
  readonly offerInstead: (when: string, until: string, givesUp?: string) => string
  readonly offerStands: (when: string, until: string) => string
  readonly offers: (list: string, count: number, until: string) => string
  readonly which: (list: string, count: number) => string
  readonly sure: Readonly<Record<'confirm' | 'cancel', (when: string) => string>>
  readonly plain: Readonly<Record<PlainAnswer, string>>
}

const english: AnswerWords = {
  locale: 'en-US',
  when: (date, time) => `${date} at ${time}`,
  zoned: (time, zone) => `${time} ${zone}`,
  confirmed: (when) => `Thank you. We look forward to seeing you ${when}.`,
  cancelled: (when) => `Your appointment ${when} is cancelled.`,
  moved: (when) => `Done. Your appointment is now ${when}.`,
  late: (minutes) => `Thank you. We know that you will be ${minutes} minutes late.`,
  offerTaken: (when, gaveUp) =>
    `Done. You are booked for ${when}${gaveUp ? `, instead of ${gaveUp}` : ''}. We look forward to seeing you.`,
  offerAnother: (when, until, givesUp) =>
    `Sorry, that time is gone. ${when} is free and kept for you until ${until}. Reply YES to take it${englishInstead(givesUp)}, NO to leave it.`,
  offerInstead: (when, until, givesUp) =>
    `Sorry, that time is no longer offered. ${when} is free and kept for you until ${until}. Reply YES to take it${englishInstead(givesUp)}, NO to leave it.`,
  offerStands: (when, until) =>
    `What we offered you, ${when}, is still kept for you until ${until}. Reply YES to take it, NO to leave it.`,
  offers: (list, count, until) => `These times are kept for you until ${until}:\n${list}\n${replyWith(count, 'or')}`,
  which: (list, count) => `Which appointment do you mean?\n${list}\n${replyWith(count, 'or')}`,
  sure: {
    confirm: (when) => `Your appointment is ${when}. Reply 1 to confirm it.`,
    cancel: (when) => `Your appointment is ${when}. Reply 1 to cancel it.`,
  },
  plain: {
    'how late': 'How many minutes late will you be? Reply with the number, like 10.',
    'no offers': 'There is no other time free in the next weeks. We will get in touch with you.',
    over: 'Nothing was changed: that appointment can no longer be changed. Please call us.',
    begun: 'Nothing was changed: the appointment has already begun. Please call us.',
    changed: 'Nothing was changed: the appointment has moved meanwhile. Please call us.',
    taken: 'That time was taken meanwhile. Reply MOVE for others.',
    expired: 'Those times are no longer kept for you. Reply MOVE for new ones.',
    'offer declined': 'Thank you for telling us. You stay on our waitlist.',
    'offer gone': 'Sorry, that time is gone. You stay on our waitlist, and we will write again.',
    'offer withdrawn': 'Sorry, that time is no longer offered. You stay on our waitlist.',
    'offer ended': 'Sorry, that time is no longer offered, and you are no longer on our waitlist. Please call us.',
    notice: 'Nothing was changed: it is too close to the appointment to move it by text. Please call us.',
    'nothing ahead': 'We have no upcoming appointment for this number. Please call us.',
    'not understood':
      'Sorry, we did not understand. Reply Y to confirm, C to cancel, MOVE for another time, or call us.',
    stopped: 'You will get no more messages on this number. Reply START to get them again.',
    started: 'You will get messages on this number again. Reply STOP to end them.',
    help: 'Reply Y to confirm, C to cancel, LATE 10 when late, MOVE for another time, STOP for no more messages.',
  },
}

const spanish: AnswerWords = {
  locale: 'es-US',
  when: (date, time) => `${date}, ${time}`,
  zoned: (time, zone) => `${time} (${zone})`,
  confirmed: (when) => `Gracias. Le esperamos: ${when}.`,
  cancelled: (when) => `Su cita queda cancelada: ${when}.`,
  moved: (when) => `Listo. Su cita es ahora: ${when}.`,
  late: (minutes) => `Gracias. Avisamos que llega ${minutes} minutos tarde.`,
  offerTaken: (when, gaveUp) => `Listo. Su cita es: ${when}${gaveUp ? `, en lugar de ${gaveUp}` : ''}. Le esperamos.`,
  offerAnother: (when, until, givesUp) =>
    `Esa hora ya se ocupó. Está libre: ${when}. Se la guardamos hasta ${until}. Responda SI para tomarla${spanishInstead(givesUp)}, NO para dejarla.`,
  offerInstead: (when, until, givesUp) =>
    `Esa hora ya no se ofrece. Está libre: ${when}. Se la guardamos hasta ${until}. Responda SI para tomarla${spanishInstead(givesUp)}, NO para dejarla.`,
  offerStands: (when, until) =>
    `La hora que le ofrecimos sigue guardada para usted: ${when}, hasta ${until}. Responda SI para tomarla, NO para dejarla.`,
  offers: (list, count, until) => `Le guardamos estas horas hasta las ${until}:\n${list}\n${answerWith(count)}`,
  which: (list, count) => `¿De cuál cita se trata?\n${list}\n${answerWith(count)}`,
  sure: {
    confirm: (when) => `Su cita es: ${when}. Responda 1 para confirmarla.`,
    cancel: (when) => `Su cita es: ${when}. Responda 1 para cancelarla.`,
  },
  plain: {
    'how late': '¿Cuántos minutos tarde llega? Responda con el número, por ejemplo 10.',
    'no offers': 'No hay otra hora libre en las próximas semanas. Nos pondremos en contacto.',
    over: 'No se cambió nada: esa cita ya no se puede cambiar. Llámenos, por favor.',
    begun: 'No se cambió nada: la cita ya empezó. Llámenos, por favor.',
    changed: 'No se cambió nada: la cita se movió mientras tanto. Llámenos, por favor.',
    taken: 'Esa hora se ocupó mientras tanto. Responda CAMBIAR para ver otras.',
    expired: 'Esas horas ya no se le guardan. Responda CAMBIAR para ver otras.',
    'offer declined': 'Gracias por avisarnos. Sigue en nuestra lista de espera.',
    'offer gone': 'Esa hora ya se ocupó. Sigue en nuestra lista de espera y le volveremos a escribir.',
    'offer withdrawn': 'Esa hora ya no se ofrece. Sigue en nuestra lista de espera.',
    'offer ended': 'Esa hora ya no se ofrece, y usted ya no está en nuestra lista de espera. Llámenos, por favor.',
    notice: 'No se cambió nada: falta muy poco para cambiarla por mensaje. Llámenos, por favor.',
    'nothing ahead': 'No tenemos ninguna cita próxima con este número. Llámenos, por favor.',
    'not understood':
      'No entendimos. Responda SI para confirmar, NO para cancelar, CAMBIAR para otra hora, o llámenos.',
    stopped: 'No recibirá más mensajes en este número. Responda START para recibirlos de nuevo.',
    started: 'Recibirá mensajes en este número de nuevo. Responda BAJA para no recibirlos.',
    help: 'Responda SI para confirmar, NO para cancelar, TARDE 10 si llega tarde, CAMBIAR para otra hora, BAJA para no recibir más mensajes.',
  },
}

const languages: Readonly<Record<string, AnswerWords>> = { en: english, es: spanish }

export interface AnswerReader {
  readonly clinic: string
  readonly zone: string
  /** The reader's own, where it is known. */
  readonly readerZone?: string
  /** Of ISO 639-1; answered in English when nobody has written it down yet. */
  readonly language: string
}

/** The answer as a text, and what is said beside it. It names days and times and the clinic, and nothing else of an appointment. */
export function writeAnswer(answer: ReplyAnswer, reader: AnswerReader, also?: ReplyAnswer): string {
  const { clinic, language } = reader
  const words = languages[language] ?? english
  // A time may end with a full stop of its own: "10:00 a.m."
  const sentences = [answer, also].flatMap((each) => (each ? [sentenceOf(each, words, reader)] : []))
  return `${clinic}: ${sentences.join(' ')}`.replaceAll('..', '.')
}

/** Times are as in the messages before: of the reader's own clocks, with the zone's name where the clinic's show others. */
function sentenceOf(answer: ReplyAnswer, words: AnswerWords, { zone, readerZone = zone }: AnswerReader): string {
  // A narrow space before "PM" would take a text out of its alphabet and halve it.
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  const time = (at: Instant) => {
    const bare = plain(formatTime(at, readerZone, words.locale))
    const name = neededZone(at, words.locale, zone, readerZone)
    return name === undefined ? bare : words.zoned(bare, name)
  }
  const when = (at: Instant) => words.when(plain(formatDate(at, readerZone, words.locale)), time(at))
  const ifAny = (at: Instant | undefined) => (at === undefined ? undefined : when(at))
  const list = (at: readonly Instant[]) => at.map((each, index) => `${index + 1} ${when(each)}`).join('\n')
  switch (answer.say) {
    case 'confirmed':
    case 'cancelled':
    case 'moved':
      return words[answer.say](when(answer.at))
    case 'late':
      return words.late(answer.minutes)
    case 'offer taken':
      return words.offerTaken(when(answer.at), ifAny(answer.gaveUp))
    case 'offer another':
      return words.offerAnother(when(answer.at), when(answer.until), ifAny(answer.givesUp))
    case 'offer instead':
      return words.offerInstead(when(answer.at), when(answer.until), ifAny(answer.givesUp))
    case 'offer stands':
      return words.offerStands(when(answer.at), when(answer.until))
    case 'offers':
      return words.offers(list(answer.at), answer.at.length, time(answer.until))
    case 'sure':
      return words.sure[answer.wish](when(answer.at))
    case 'which':
      return words.which(list(answer.at), answer.at.length)
    default:
      return words.plain[answer.say]
  }
}

/** A yes costs her the appointment that she has: it says so before she answers. */
function englishInstead(givesUp: string | undefined): string {
  return givesUp ? ` instead of your appointment ${givesUp}` : ''
}

function spanishInstead(givesUp: string | undefined): string {
  return givesUp ? ` en lugar de su cita ${givesUp}` : ''
}

function replyWith(count: number, or: string): string {
  return `Reply ${numbersUpTo(count, or)}.`
}

function answerWith(count: number): string {
  return `Responda ${numbersUpTo(count, 'o')}.`
}

/** `1, 2 or 3` */
function numbersUpTo(count: number, or: string): string {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1))
  return numbers.length === 1 ? numbers[0]! : `${numbers.slice(0, -1).join(', ')} ${or} ${numbers.at(-1)}`
}
