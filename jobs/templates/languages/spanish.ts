import { type KindTemplates, type Language, written } from '../language.ts'

const REPLY = 'Responda SI para confirmar, NO para cancelar, CAMBIAR para otra hora.'
const CALL = 'Hola. Le llama {{clinicName}}.'
const CALL_BACK = 'Si no puede venir o desea otra hora, llámenos, por favor. Hasta pronto.'
const HELLO = 'Hola, {{clientFirstName}}:\n\n'
const GET_IN_TOUCH = 'Si desea otra hora, escríbanos o llámenos. Con gusto le buscamos una.'

/** Of no reminder is it known how long before the appointment it leaves, so none says "mañana". */
function reminder(opening: string): KindTemplates {
  return {
    ...written(
      'Su cita del {{when}}',
      `${HELLO}${opening}`,
      'Avísenos aquí abajo si viene. Si no puede venir, avisarnos pronto ayuda a otra persona.',
    ),
    sms: { body: `{{clinicName}}: le recordamos su cita del {{whenShort}} con {{therapistName}}. ${REPLY}` },
    voice: { body: `${CALL} Le recordamos su cita del {{when}}, con {{therapistName}}. ${CALL_BACK}` },
  }
}

const LOOKING_FORWARD = 'Le esperamos.'

const forClients = {
  confirmation: {
    ...written(
      'Su cita está reservada: {{when}}',
      `${HELLO}Gracias por reservar con nosotros. Le esperamos.`,
      'El archivo adjunto la añade a su calendario. Si algo cambia, avísenos aquí abajo.',
    ),
    sms: {
      body: `{{clinicName}}: su cita con {{therapistName}} es el {{whenShort}}. ${REPLY} STOP para no recibir mensajes.`,
    },
    voice: { body: `${CALL} Su cita con {{therapistName}} es el {{when}}. ${CALL_BACK}` },
  },
  week_before: reminder(LOOKING_FORWARD),
  two_days_before: reminder(LOOKING_FORWARD),
  day_before: reminder(LOOKING_FORWARD),
  two_hours_before: reminder('Nos vemos pronto.'),
  hour_before: reminder('Nos vemos muy pronto.'),
  high_risk: reminder('Le guardamos esta hora. ¿Podrá venir?'),
  follow_up: {
    ...written(
      'Gracias por su visita',
      `${HELLO}Gracias por venir a {{clinicName}}. Esperamos que le haya hecho bien.\n\nSi tiene alguna pregunta o desea otra cita, escríbanos o llámenos.`,
    ),
    sms: { body: '{{clinicName}}: gracias por venir. Si tiene alguna pregunta o desea otra cita, no dude en llamar.' },
  },
  changed: {
    ...written(
      'Su cita ha cambiado: {{when}}',
      `${HELLO}Su cita es ahora el {{when}}, con {{therapistName}}.`,
      'El archivo adjunto la cambia también en su calendario. Si no le viene bien, elija otra hora aquí abajo.',
    ),
    sms: { body: `{{clinicName}}: su cita es ahora el {{whenShort}} con {{therapistName}}. ${REPLY}` },
    voice: { body: `${CALL} Su cita ha cambiado. Ahora es el {{when}}, con {{therapistName}}. ${CALL_BACK}` },
  },
  cancelled: {
    ...written(
      'Su cita está cancelada: {{when}}',
      `${HELLO}Su cita del {{when}} no tendrá lugar.\n\n${GET_IN_TOUCH}`,
      'El archivo adjunto la quita de su calendario.',
    ),
    sms: { body: '{{clinicName}}: su cita del {{whenShort}} queda cancelada. Para otra hora, no dude en llamar.' },
    voice: { body: `${CALL} Su cita del {{when}} está cancelada. Para otra hora, llámenos. Hasta pronto.` },
  },
} satisfies Partial<Language['templates']>

export const spanish: Language = {
  code: 'es',
  name: 'Español',
  locale: 'es-US',
  times: {
    // A sentence often ends with the time: "a las 2:30 p.m.." has one dot too many.
    time: (time) => time.replaceAll('.', ''),
    zoned: (time, zone) => `${time} (${zone})`,
    when: (date, time, hour) => `${date.replace(',', '')} a ${hour % 12 === 1 ? 'la' : 'las'} ${time}`,
  },
  words: {
    when: 'Cuándo',
    was: 'Antes',
    therapist: 'Con',
    where: 'Dónde',
    dates: 'Todas las fechas',
    furtherDates: (count) => `y ${count} más`,
    what: 'Para',
    days: 'Días',
    parts: 'Parte del día',
    until: 'A más tardar',
    morning: 'mañana',
    afternoon: 'tarde',
    evening: 'noche',
    confirm: 'Confirmar',
    change: 'Cambiar',
    cancel: 'Cancelar',
    read: 'Leer y responder',
    take: 'Aceptar la plaza',
    manage: 'Confirmar, cambiar o cancelar',
    footer: (clinicName) => `${clinicName} le envía este mensaje porque tiene una cita con nosotros.`,
    eventFooter: (clinicName) => `${clinicName} le envía este mensaje porque se inscribió en un evento con nosotros.`,
    answer: 'Aceptarla o dejarla',
    waitingFooter: (clinicName) => `${clinicName} le envía este mensaje porque está en nuestra lista de espera.`,
    askedFooter: (clinicName) =>
      `${clinicName} le envía este mensaje porque se pidió una cita con esta dirección de correo.`,
    askedToWaitFooter: (clinicName) =>
      `${clinicName} le envía este mensaje porque alguien pidió con esta dirección de correo entrar en nuestra lista de espera.`,
    staffFooter: (clinicName) => `${clinicName} le envía este mensaje porque está en su calendario.`,
    test: 'Prueba',
    calendarTitle: (clinicName) => `Cita en ${clinicName}`,
    sessionTitle: (clinicName) => `Sesión en ${clinicName}`,
  },
  templates: {
    ...forClients,
    therapist_booked: {
      ...written(
        'Nueva cita: {{when}}',
        'Hola, {{therapistName}}:\n\n{{clientInitials}} tiene cita con usted el {{when}}.',
      ),
      sms: { body: '{{clinicName}}: nueva cita el {{whenShort}}, {{clientInitials}}.' },
    },
    therapist_changed: {
      ...written(
        'Cita cambiada: {{when}}',
        'Hola, {{therapistName}}:\n\nLa cita con {{clientInitials}} es ahora el {{when}}{{#hasPrevious}}; era el {{previousWhen}}{{/hasPrevious}}.',
      ),
      sms: { body: '{{clinicName}}: la cita con {{clientInitials}} es ahora el {{whenShort}}.' },
    },
    therapist_cancelled: {
      ...written(
        'Cita cancelada: {{when}}',
        'Hola, {{therapistName}}:\n\nLa cita con {{clientInitials}} del {{when}} está cancelada.',
      ),
      sms: { body: '{{clinicName}}: la cita con {{clientInitials}} del {{whenShort}} queda cancelada.' },
    },
    answer: { ...written('Sobre su cita', '{{answer}}'), sms: { body: '{{answer}}' } },
    conversation: {
      ...written(
        'Un mensaje nuevo sobre su cita',
        'Hola:\n\nHay un mensaje nuevo sobre la cita del {{when}}. Para que siga siendo privado no lo ponemos en el correo.',
      ),
      sms: { body: '{{clinicName}}: hay un mensaje nuevo sobre la cita del {{whenShort}}: {{manageLink}}' },
    },
    test: { ...written('Una prueba de {{clinicName}}', '{{answer}}'), sms: { body: '{{clinicName}}: {{answer}}' } },
    registration_confirmed: {
      ...written(
        'Su plaza está reservada: {{when}}',
        `${HELLO}Su plaza en {{typeName}} está reservada. Le esperamos.`,
        'El archivo adjunto la añade a su calendario. Si no puede venir, devuelva su plaza abajo.',
      ),
      sms: { body: '{{clinicName}}: su plaza del {{whenShort}} está reservada.' },
    },
    registration_waitlisted: {
      ...written(
        'Está en la lista de espera: {{when}}',
        `${HELLO}Todas las plazas de {{typeName}} están ocupadas. Está en la lista de espera, por orden de llegada.`,
      ),
      sms: { body: '{{clinicName}}: está en la lista de espera para el {{whenShort}}.' },
    },
    place_offered: {
      ...written(
        'Hay una plaza libre: {{when}}',
        `${HELLO}Hay una plaza libre en {{typeName}} el {{when}} y le toca a usted. Se la guardamos hasta el {{answer}}.`,
        'Acéptela abajo, o díganos que no la quiere: así pasa enseguida a la siguiente persona.',
      ),
      sms: {
        body: '{{clinicName}}: hay una plaza libre el {{whenShort}}. Se la guardamos hasta el {{answer}}: {{manageLink}}',
      },
    },
    session_changed: {
      ...written(
        'Su sesión ha cambiado: {{when}}',
        `${HELLO}{{typeName}} es ahora el {{when}}.`,
        'Si no le viene bien, devuelva su plaza abajo.',
      ),
      sms: { body: '{{clinicName}}: su sesión es ahora el {{whenShort}}.' },
    },
    session_cancelled: {
      ...written('Una sesión se cancela: {{when}}', `${HELLO}{{typeName}} del {{when}} no tendrá lugar.\n\n{{answer}}`),
      sms: { body: '{{clinicName}}: su sesión del {{whenShort}} se cancela.' },
    },
    waitlist_offer: {
      ...written(
        'Hay una hora libre para usted: {{when}}',
        `${HELLO}Está en nuestra lista de espera, y ha quedado libre el {{when}}, con {{therapistName}}. Se la guardamos hasta el {{until}}.{{#hasPrevious}} Sustituye a su cita del {{previousWhen}}, que queda entonces libre para otra persona.{{/hasPrevious}}`,
        'Díganos aquí abajo si la toma. Si hasta entonces no sabemos de usted, pasa a otra persona.',
      ),
      sms: {
        body: '{{clinicName}}: hay una hora libre el {{whenShort}} con {{therapistName}}. Se la guardamos hasta el {{until}}. Responda SI para tomarla{{#hasPrevious}} en lugar de su cita del {{previousWhen}}{{/hasPrevious}}, NO para dejarla. {{manageLink}}',
      },
    },
    waitlist_gone: {
      ...written(
        'Ya no se ofrece: {{when}}',
        `${HELLO}La hora del {{when}} ya no se ofrece. No tiene que hacer nada: sigue en nuestra lista de espera y le volveremos a escribir.`,
      ),
      sms: { body: '{{clinicName}}: la hora del {{whenShort}} ya no se ofrece. Sigue en nuestra lista de espera.' },
    },
    booking_proof: {
      ...written(
        'Un paso más: {{when}}',
        `${HELLO}Le guardamos esta hora durante una hora. Queda reservada cuando usted la confirme aquí abajo.`,
        'Si no la pidió usted, no tiene que hacer nada: después se ofrece a otra persona.',
      ),
      sms: { body: '{{clinicName}}: confirme aquí su cita del {{whenShort}}: {{manageLink}}' },
    },
    waitlist_proof: {
      ...written(
        'Un paso más para nuestra lista de espera',
        `${HELLO}Pidió a {{clinicName}} que le avise cuando quede libre una hora. Confírmelo aquí abajo antes del {{until}} y estará en nuestra lista de espera.`,
        'El mismo enlace le muestra después en qué punto está y le permite salir de la lista. Si no lo pidió usted, no tiene que hacer nada: no volverá a saber de nosotros por esto.',
      ),
      sms: { body: '{{clinicName}}: confirme aquí que quiere estar en nuestra lista de espera: {{manageLink}}' },
    },
  },
}
