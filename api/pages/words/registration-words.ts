/** What the page of a registration says. */
export interface RegistrationWords {
  readonly title: (clinic: string) => string
  readonly registered: string
  readonly waitlisted: string
  readonly cancelled: string
  readonly sessionCancelled: string
  readonly places: (count: number) => string
  readonly withWhom: string
  readonly where: string
  readonly cancel: string
  readonly cancelHint: string
  readonly cancelNow: string
  readonly done: string
}

const english: RegistrationWords = {
  title: (clinic) => `Your place at ${clinic}`,
  registered: 'Your place is kept',
  waitlisted: 'You are on the waiting list',
  cancelled: 'This place was given back',
  sessionCancelled: 'This session is cancelled',
  places: (count) => (count === 1 ? '1 place' : `${count} places`),
  withWhom: 'With',
  where: 'Where',
  cancel: 'I cannot come',
  cancelHint: 'Your place is then free for somebody else.',
  cancelNow: 'Give it back',
  done: 'Your place was given back. Thank you for telling us.',
}

const spanish: RegistrationWords = {
  title: (clinic) => `Su plaza en ${clinic}`,
  registered: 'Su plaza está reservada',
  waitlisted: 'Está en la lista de espera',
  cancelled: 'Esta plaza se devolvió',
  sessionCancelled: 'Esta sesión está cancelada',
  places: (count) => (count === 1 ? '1 plaza' : `${count} plazas`),
  withWhom: 'Con',
  where: 'Dónde',
  cancel: 'No puedo venir',
  cancelHint: 'Su plaza queda libre para otra persona.',
  cancelNow: 'Devolverla',
  done: 'Su plaza se ha devuelto. Gracias por avisarnos.',
}

export function registrationWords(language: string): RegistrationWords {
  return language === 'es' ? spanish : english
}
