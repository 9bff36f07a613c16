/**
 * What the words of a reply can mean; `filler` says nothing by itself, `thanks` asks for nothing, `ill` says why somebody
 * does not come, `when` names a day or a time, which may be another than the appointment's.
 */
export type WordMeaning =
  | 'confirm'
  | 'cancel'
  | 'late'
  | 'move'
  | 'stop'
  | 'start'
  | 'help'
  | 'thanks'
  | 'minutes'
  | 'ill'
  | 'when'
  | 'filler'

const PHRASES: Readonly<Record<WordMeaning, string>> = {
  confirm: `y, ye, yes, yess, yesss, yep, yup, yeah, yea, ya, aye, ok, okay, okey, k, kk, sure, sure thing, absolutely, definitely, of course,
    confirm, confirmed, confirming, i confirm, will do, i will be there, ill be there, will be there, be there,
    i am coming, im coming, coming, see you, see you then, see you there, see you soon, see you tomorrow, cu, sounds good,
    perfect, works for me, that works, all good, thumbsup, correct, can make it, i can make it, we can make it, i can come,
    we can come, on my way, im on my way, i am on my way, on our way, omw, see u, see u then, see u there, see ya, see ya then,
    si, sip, sii, siii, claro, claro que si, vale, de acuerdo, confirmo, confirmado, confirmada, confirmar, confirma, ahi estare,
    alli estare, alla estare, estare ahi, estare alli, voy, si voy, voy a ir, asistire, nos vemos, perfecto, esta bien,
    en camino, voy en camino, si puedo, si puedo ir`,
  cancel: `c, n, no, nope, nah, cancel, cancelled, canceled, cancelling, canceling, cancellation, cancel it, cant make it,
    cannot make it, can not make it, wont make it, will not make it, not going to make it, not gonna make it,
    unable to make it, cant come, cannot come, can not come, wont come, cant attend, cannot attend, unable to attend,
    cant, cannot, can not, cant do it, wont be able to make it, will not be able to make it, not able to make it,
    wont be able to come, will not be able to come, not able to come, unable to come, not be able to come, not be able to make it,
    cant be there, cannot be there, wont be there, not coming, im not coming, i am not coming, have to cancel,
    cancelar, cancela, cancelo, cancele, cancelado, cancelada, cancelenla, no puedo, no puedo ir, no podre ir, no podre,
    no voy, no voy a ir, no voy a poder, no voy a poder ir, no ire, no puedo asistir, no asistire`,
  late: `late, l8, running late, running behind, behind, be late, delayed, delay,
    tarde, llego tarde, llegare tarde, voy tarde, voy a llegar tarde, retraso, retrasado, retrasada, me retraso,
    con retraso, voy retrasado, voy retrasada, atrasado, atrasada, demorado, demorada`,
  move: `m, r, move, move it, moving, reschedule, rescheduled, rescheduling, resched, re schedule, postpone, change, change it,
    change time, change the time, change date, change the date, other time, another time, a different time, different time,
    none, none of these, none of those, none of them, neither, other times, more times, other options, others,
    different day, another day, new time, later date, change to another time, change to another day, switch,
    ninguna, ninguno, ninguna de estas, ninguna de esas, otras horas, otras, mover, moverla, cambiar, cambiarla, cambio, cambiar la hora, cambiar la fecha, reagendar, reagendarla, reprogramar,
    reprogramarla, otra hora, otro dia, otra fecha, otro horario, posponer, aplazar`,
  stop: `stop, stopall, stop all, stop it, stop texting me, stop texting, stop messages, stop messaging me, unsubscribe,
    unsubscribe me, end, quit, revoke, optout, opt out, remove me, no more texts, no more messages,
    stop sending, stop sending me, stop sending texts, stop sending messages, stop sending me texts, stop sending me messages,
    stop sending these texts, stop sending these messages, stop sending me these texts, stop sending me these messages,
    stop the texts, stop the messages, stop these texts, stop these messages, stop contacting me,
    dont text me, do not text me, dont text me anymore, do not text me anymore, dont text me again, do not text me again,
    dont contact me, do not contact me, dont contact me again, do not contact me again, dont contact me anymore,
    no quiero mas mensajes, no me escriban mas, no me manden mas mensajes, no me envien mas mensajes,
    dejen de escribirme, dejen de enviarme mensajes, dejen de mandarme mensajes,
    alto, baja, darme de baja, dar de baja, dame de baja, deme de baja, parar, no mas mensajes`,
  start: `start, unstop, subscribe, resume, optin, opt in, alta, darme de alta, dar de alta, empezar, reanudar`,
  help: `help, info, ayuda, informacion, help me`,
  thanks: `thanks, thank you, thank u, thx, ty, tysm, great, cool, gracias, muchas gracias, mil gracias, thanks so much,
    thank you so much, thank you very much, much appreciated`,
  minutes: `m, min, mins, minute, minutes, minuto, minutos, minutitos, more`,
  ill: `sick, im sick, i am sick, im ill, i am ill, not feeling well, im not feeling well, i am not feeling well, i have covid,
    have covid, estoy enfermo, estoy enferma, me siento mal`,
  when: `monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun,
    lunes, martes, miercoles, jueves, viernes, sabado, domingo, at clock, at clock am, at clock pm, a las clock, a la clock,
    tonight, this morning, this afternoon, esta tarde, esta manana`,
  filler: `please, pls, plz, plese, hi, hello, hey, hola, buenas, buenos dias, buenas tardes, por favor, porfavor, porfa,
    sorry, lo siento, perdon, disculpe, good morning, good afternoon,
    i, im, ill, id, we, well, my, me, a, an, am, be, is, the, it, to, for, about, around, approx, by, this, can, could, would,
    like, want, need, have, going, gonna, running, will, appointment, appt, apt, session, time, option, number, one,
    today, tomorrow, dr, very, much, so, just, there, in, on, of, all,
    stop by, stop in, both of us,
    el, la, las, los, un, una, unos, de, en, mi, me, cita, sesion, hora, quiero, quisiera, necesito, puedo, podemos, voy, llego,
    llegare, llegar, a, como, unos, por, que, opcion, numero, hoy, manana, lo, le, es`,
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, ten: 10, fifteen: 15, twenty: 20, thirty: 30, forty: 40 },
  ...{ uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, diez: 10, quince: 15, veinte: 20, treinta: 30, cuarenta: 40 },
  ...{ 'first one': 1, 'second one': 2, 'third one': 3 },
  ...{ first: 1, second: 2, third: 3, '1st': 1, '2nd': 2, '3rd': 3, primera: 1, primero: 1, segunda: 2, tercera: 3 },
}

/** Lengths of time that are said without a number of minutes. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{
    'half an hour': 30,
    'half hour': 30,
    'a half hour': 30,
    'an hour': 60,
    'one hour': 60,
    '1 hour': 60,
    '1 hr': 60,
  },
  ...{ 'quarter of an hour': 15, 'a quarter of an hour': 15, 'a few minutes': 5, 'a couple of minutes': 5, 'a bit': 5 },
  ...{ 'a little': 5, 'media hora': 30, 'una hora': 60, '1 hora': 60, 'un cuarto de hora': 15, 'unos minutos': 5 },
  ...{ 'un poco': 5 },
}

/** A word or a phrase that has been understood. */
export type Understood = { readonly means: WordMeaning } | { readonly number: number } | { readonly length: number }

function dictionary(): ReadonlyMap<string, Understood> {
  const known = new Map<string, Understood>()
  const meanings = Object.entries(PHRASES) as [WordMeaning, string][]
  // What asks for something goes before what does not: "one" may be a number, "voy" a yes.
  for (const [means, phrases] of meanings.toReversed())
    for (const phrase of phrases.split(',')) known.set(phrase.trim().replace(/\s+/g, ' '), { means })
  for (const [word, number] of Object.entries(NUMBER_WORDS)) known.set(word, { number })
  for (const [phrase, length] of Object.entries(LENGTHS)) known.set(phrase, { length })
  return known
}

const words = dictionary()
const LONGEST_PHRASE = Math.max(...[...words.keys()].map((phrase) => phrase.split(' ').length))

/**
 * What the words say one after the other, the longest phrase first; undefined when there is one that is not known: then
 * nobody should act on the others.
 */
export function understand(text: readonly string[]): readonly Understood[] | undefined {
  const found: Understood[] = []
  for (let at = 0; at < text.length; ) {
    const reach = Math.min(LONGEST_PHRASE, text.length - at)
    const length = lengthsDown(reach).find((each) => meaningOf(text.slice(at, at + each).join(' ')) !== undefined)
    if (length === undefined) return undefined
    found.push(meaningOf(text.slice(at, at + length).join(' '))!)
    at += length
  }
  return found
}

function lengthsDown(from: number): number[] {
  return Array.from({ length: from }, (_, below) => from - below)
}

function meaningOf(phrase: string): Understood | undefined {
  return /^\d{1,3}$/.test(phrase) ? { number: Number(phrase) } : words.get(phrase)
}
