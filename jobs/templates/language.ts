import type { MessageChannel, MessageKind } from '../../domain/message.ts'

/** What is written for one kind and channel: plain text with `{{variables}}`; a subject where the channel has one. */
export interface Template {
  readonly subject?: string
  readonly body: string
}

/** The words of a kind for each channel; what has none for the phone is read aloud as it is texted. */
export interface KindTemplates {
  readonly email: Required<Template>
  readonly portal: Required<Template>
  readonly sms: Template
  readonly voice?: Template
}

/** A mail, and the same in the portal without what only a mail has: its attached file and its buttons. */
export function written(subject: string, body: string, ofMail = ''): Pick<KindTemplates, 'email' | 'portal'> {
  return { email: { subject, body: ofMail ? `${body}\n\n${ofMail}` : body }, portal: { subject, body } }
}

/** How dates and times are put into phrases; what is given is written as the locale has it. */
export interface TimeWords {
  readonly time: (written: string) => string
  /** With the reader's zone. */
  readonly zoned: (time: string, zone: string) => string
  /** A date and a time in one phrase; the hour is as the clock on the wall shows it, 0 to 23. */
  readonly when: (date: string, time: string, hour: number) => string
}

/** The words of a message's frame, which no template has to repeat. */
export interface FrameWords {
  readonly when: string
  readonly was: string
  readonly therapist: string
  readonly where: string
  /** Before every date of an event as a whole. */
  readonly dates: string
  /** After those that are told one by one. */
  readonly furtherDates: (count: number) => string
  /** Before what somebody asked to wait for: its type, days of the week, parts of the day, the last day that suits. */
  readonly what: string
  readonly days: string
  readonly parts: string
  readonly until: string
  readonly morning: string
  readonly afternoon: string
  readonly evening: string
  readonly confirm: string
  readonly change: string
  readonly cancel: string
  readonly read: string
  readonly take: string
  /** To an offer. */
  readonly answer: string
  /** Before the link in a plain-text mail. */
  readonly manage: string
  /** Under every mail, with the clinic's name. */
  readonly footer: (clinicName: string) => string
  /** The same for those who come to an event. */
  readonly eventFooter: (clinicName: string) => string
  /** The same for those who wait for a slot. */
  readonly waitingFooter: (clinicName: string) => string
  /** The same for whoever asked for a time that nobody has confirmed yet. */
  readonly askedFooter: (clinicName: string) => string
  /** The same for whoever asked to wait for a time. */
  readonly askedToWaitFooter: (clinicName: string) => string
  /** The same for those who work there. */
  readonly staffFooter: (clinicName: string) => string
  /** Before what is not meant. */
  readonly test: string
  /** What the calendar shows, with the clinic's name. */
  readonly calendarTitle: (clinicName: string) => string
  /** The same of an event. */
  readonly sessionTitle: (clinicName: string) => string
}

/** A language messages are written in: everything that differs from one to the next is here. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string
  /** What it calls itself. */
  readonly name: string
  /** How dates and times are written: BCP 47. */
  readonly locale: string
  readonly times: TimeWords
  readonly words: FrameWords
  readonly templates: Readonly<Record<MessageKind, KindTemplates>>
}

/** The words for that kind and channel. */
export function templateIn(language: Language, kind: MessageKind, channel: MessageChannel): Template {
  const templates = language.templates[kind]
  return templates[channel] ?? templates.sms
}
