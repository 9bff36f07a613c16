/** Something a template may say. */
export interface TemplateVariable {
  readonly name: string
  readonly description: string
  /** Yes or no: opens a section, and says nothing by itself. */
  readonly isCondition?: boolean
  /** Tells something about the client, which a subject must not: it is shown on locked screens. */
  readonly isPrivate?: boolean
}

export const templateVariables = [
  { name: 'clinicName', description: 'The clinic’s name.' },
  { name: 'clientName', description: 'The client’s full name. Not in a subject.', isPrivate: true },
  { name: 'clientFirstName', description: 'The first word of the client’s name. Not in a subject.', isPrivate: true },
  { name: 'clientInitials', description: 'The client’s initials. Not in a subject.', isPrivate: true },
  { name: 'therapistName', description: 'The therapist’s name.' },
  {
    name: 'typeName',
    description: 'What the appointment is: the name of its type; of an event, its title. Not in a subject.',
    isPrivate: true,
  },
  { name: 'roomName', description: 'The room; nothing when there is none.' },
  { name: 'locationName', description: 'The location of the room; nothing when there is none.' },
  { name: 'locationAddress', description: 'The address of that location.' },
  { name: 'when', description: 'Date and time in one phrase, as the reader’s clocks show it.' },
  { name: 'whenShort', description: 'The same, short enough for a text message.' },
  { name: 'date', description: 'The date alone.' },
  { name: 'time', description: 'The time alone, with its zone where the reader is in another.' },
  { name: 'endTime', description: 'When it ends.' },
  { name: 'minutes', description: 'How many minutes it takes.' },
  {
    name: 'previousWhen',
    description: 'When it was to be before it changed; in an offer from the waitlist, what a yes gives up.',
  },
  { name: 'previousTherapistName', description: 'With whom it was to be before it changed.' },
  { name: 'manageLink', description: 'The link with which the client confirms, changes or cancels.' },
  {
    name: 'answer',
    description: 'What is answered to a reply, or why a session is cancelled. Not in a subject.',
    isPrivate: true,
  },
  { name: 'until', description: 'Until when what is offered is kept, in an offer from the waitlist.' },
  { name: 'hasRoom', description: 'Whether there is a room.', isCondition: true },
  { name: 'hasLocation', description: 'Whether the room’s location is known.', isCondition: true },
  {
    name: 'hasPrevious',
    description: 'Whether the time has changed; in an offer, whether a yes gives up another appointment.',
    isCondition: true,
  },
  { name: 'hasNewTherapist', description: 'Whether it is with somebody else now.', isCondition: true },
  { name: 'hasManageLink', description: 'Whether there is such a link.', isCondition: true },
] as const satisfies readonly TemplateVariable[]

export type VariableName = (typeof templateVariables)[number]['name']

const byName = new Map<string, TemplateVariable>(templateVariables.map((each) => [each.name, each]))

export function findVariable(name: string): TemplateVariable | undefined {
  return byName.get(name)
}
