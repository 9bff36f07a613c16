/** What the page of an offer from the waitlist says. */
export interface OfferWords {
  readonly title: (clinic: string) => string
  readonly open: string
  readonly accepted: string
  readonly moved: string
  readonly cancelled: string
  readonly declined: string
  readonly over: string
  readonly minutes: (count: number) => string
  readonly kept: (until: string) => string
  readonly instead: (when: string) => string
  readonly withWhom: string
  readonly where: string
  readonly take: string
  readonly leave: string
  readonly another: string
  readonly anotherHint: string
  readonly said: Readonly<Record<OfferSaid, string>>
}

/** What was just done by a form, told on the page that follows it. */
export type OfferSaid = 'taken' | 'declined' | 'another' | 'gone' | 'withdrawn' | 'left' | 'cancelled' | 'booked'

const english: OfferWords = {
  title: (clinic) => `A time at ${clinic}`,
  open: 'A time is free for you',
  accepted: 'This time is yours',
  moved: 'Your appointment has moved',
  cancelled: 'This appointment is cancelled',
  declined: 'You left this time to somebody else',
  over: 'This time is no longer kept for you',
  minutes: (count) => `${count} minutes`,
  kept: (until) => `It is kept for you until ${until}. Then it goes to the next who waits.`,
  instead: (when) => `It takes the place of your appointment on ${when}, which is then free for somebody else.`,
  withWhom: 'With',
  where: 'Where',
  take: 'I take it',
  leave: 'No, thank you',
  another: 'Is it still free, or is there another?',
  anotherHint: 'If it is still to be had it is booked for you at once.',
  said: {
    taken: 'It is booked. We look forward to seeing you, and write to you with the details.',
    declined: 'Thank you for telling us. You stay on our waitlist.',
    another: 'The time before is no longer to be had. This one is kept for you now.',
    gone: 'Sorry, that time was taken, and nothing else that suits you is free just now. You stay on our waitlist.',
    withdrawn: 'Sorry, that time is no longer offered. You stay on our waitlist.',
    left: 'Sorry, that time is no longer offered, and you are no longer on our waitlist. Please call us.',
    cancelled: 'You took this time before, and it was cancelled since. Please call us if you need another.',
    booked: 'Nothing was changed: this time is booked for you already. If you cannot come, please call us.',
  },
}

const spanish: OfferWords = {
  title: (clinic) => `Una hora en ${clinic}`,
  open: 'Hay una hora libre para usted',
  accepted: 'Esta hora es suya',
  moved: 'Su cita se ha cambiado',
  cancelled: 'Esta cita está cancelada',
  declined: 'Dejó esta hora a otra persona',
  over: 'Esta hora ya no se le guarda',
  minutes: (count) => `${count} minutos`,
  kept: (until) => `Se la guardamos hasta el ${until}. Después pasa a otra persona que espera.`,
  instead: (when) => `Sustituye a su cita del ${when}, que queda entonces libre para otra persona.`,
  withWhom: 'Con',
  where: 'Lugar',
  take: 'La tomo',
  leave: 'No, gracias',
  another: '¿Sigue libre, o hay otra?',
  anotherHint: 'Si sigue disponible, queda reservada para usted en el acto.',
  said: {
    taken: 'Está reservada. Le esperamos, y le escribiremos con los detalles.',
    declined: 'Gracias por avisarnos. Sigue en nuestra lista de espera.',
    another: 'La hora anterior ya no está disponible. Ahora le guardamos esta.',
    gone: 'Esa hora se ocupó, y ahora mismo no hay otra libre que le convenga. Sigue en nuestra lista de espera.',
    withdrawn: 'Esa hora ya no se ofrece. Sigue en nuestra lista de espera.',
    left: 'Esa hora ya no se ofrece, y usted ya no está en nuestra lista de espera. Llámenos, por favor.',
    cancelled: 'Usted tomó esta hora, y después se canceló. Llámenos, por favor, si necesita otra.',
    booked: 'No se cambió nada: esta hora ya está reservada para usted. Si no puede venir, llámenos, por favor.',
  },
}

export function offerWords(language: string): OfferWords {
  return language === 'es' ? spanish : english
}
