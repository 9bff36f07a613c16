/** What the page of a registration says. */
export interface RegistrationWords {
  readonly title: (clinic: string) => string
  readonly registered: string
  readonly offered: string
  readonly waitlisted: string
  readonly cancelled: string
  readonly sessionCancelled: string
  readonly places: (count: number) => string
  readonly withWhom: string
  readonly where: string
  /** Until when the place is kept, in words. */
  readonly keptUntil: (when: string) => string
  readonly accept: string
  readonly decline: string
  readonly declineHint: string
  readonly declineNow: string
  /** Under an offer that ran out, with when it did. */
  readonly passed: (when: string) => string
  readonly takeStill: string
  readonly taken: string
  /** What somebody reads who took a place too late. */
  readonly late: string
  readonly cancel: string
  readonly cancelHint: string
  readonly cancelNow: string
  /** For who only stands in line. */
  readonly leave: string
  readonly leaveHint: string
  readonly leaveNow: string
  readonly left: string
  readonly done: string
}

const english: RegistrationWords = {
  title: (clinic) => `Your place at ${clinic}`,
  registered: 'Your place is kept',
  offered: 'A place is free for you',
  waitlisted: 'You are on the waiting list',
  cancelled: 'You are not signed up any more',
  sessionCancelled: 'This session is cancelled',
  places: (count) => (count === 1 ? '1 place' : `${count} places`),
  withWhom: 'With',
  where: 'Where',
  keptUntil: (when) => `It is kept for you until ${when}.`,
  accept: 'Take the place',
  decline: 'I do not want it',
  declineHint: 'It then goes to the next in line, and you leave the waiting list.',
  declineNow: 'Give it to somebody else',
  passed: (when) => `A place was kept for you until ${when}. You are still on the waiting list.`,
  takeStill: 'Take a place if one is free',
  taken: 'The place is yours. We look forward to seeing you.',
  late: 'The offer has ended and the place has gone to the next in line. You are still on the waiting list.',
  cancel: 'I cannot come',
  cancelHint: 'Your place is then free for somebody else.',
  cancelNow: 'Give it back',
  leave: 'I no longer wait for a place',
  leaveHint: 'Those behind you move up.',
  leaveNow: 'Leave the waiting list',
  left: 'You are no longer on the waiting list. Thank you for telling us.',
  done: 'Your place was given back. Thank you for telling us.',
}

const spanish: RegistrationWords = {
  title: (clinic) => `Su plaza en ${clinic}`,
  registered: 'Su plaza está reservada',
  offered: 'Hay una plaza libre para usted',
  waitlisted: 'Está en la lista de espera',
  cancelled: 'Ya no está inscrito o inscrita',
  sessionCancelled: 'Esta sesión está cancelada',
  places: (count) => (count === 1 ? '1 plaza' : `${count} plazas`),
  withWhom: 'Con',
  where: 'Dónde',
  keptUntil: (when) => `Se la guardamos hasta el ${when}.`,
  accept: 'Aceptar la plaza',
  decline: 'No la quiero',
  declineHint: 'Pasará a la siguiente persona y usted saldrá de la lista de espera.',
  declineNow: 'Dejarla a otra persona',
  passed: (when) => `Le guardamos una plaza hasta el ${when}. Sigue en la lista de espera.`,
  takeStill: 'Aceptar una plaza si hay alguna libre',
  taken: 'La plaza es suya. Le esperamos.',
  late: 'La oferta terminó y la plaza ha pasado a la siguiente persona. Sigue en la lista de espera.',
  cancel: 'No puedo venir',
  cancelHint: 'Su plaza queda libre para otra persona.',
  cancelNow: 'Devolverla',
  leave: 'Ya no espero una plaza',
  leaveHint: 'Quienes están detrás de usted avanzan.',
  leaveNow: 'Salir de la lista de espera',
  left: 'Ya no está en la lista de espera. Gracias por avisarnos.',
  done: 'Su plaza se ha devuelto. Gracias por avisarnos.',
}

export function registrationWords(language: string): RegistrationWords {
  return language === 'es' ? spanish : english
}
