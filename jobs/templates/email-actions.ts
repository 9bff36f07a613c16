import { type MessageKind, registrantKinds } from '../../domain/message.ts'

/** What can be done about a message of the kind by following a link. */
export type EmailAction = 'confirm' | 'change' | 'cancel' | 'read'

const NOTHING: ReadonlySet<MessageKind> = new Set([
  'follow_up',
  'answer',
  'cancelled',
  'therapist_booked',
  'therapist_changed',
  'therapist_cancelled',
  'test',
  'session_cancelled',
])

export function actionsOf(kind: MessageKind): readonly EmailAction[] {
  if (NOTHING.has(kind)) return []
  if (kind === 'conversation') return ['read']
  if (kind === 'booking_proof') return ['confirm']
  return registrantKinds.some((each) => each === kind) ? ['cancel'] : ['confirm', 'change', 'cancel']
}

/** Where on the page of the link each is done; following one does nothing by itself. */
const PLACES: Readonly<Record<EmailAction, string>> = {
  confirm: '',
  change: '?move#move',
  cancel: '?cancel#cancel',
  read: '#messages',
}

export function hrefOf(manageUrl: string, action: EmailAction): string {
  return manageUrl + PLACES[action]
}
