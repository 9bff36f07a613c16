import { isOfEvent, isProof, type MessageKind } from '../../domain/message.ts'

/** What can be done about a message of the kind by following a link. */
export type EmailAction = 'confirm' | 'change' | 'cancel' | 'read' | 'take' | 'answer'

const NOTHING: ReadonlySet<MessageKind> = new Set([
  'follow_up',
  'answer',
  'cancelled',
  'therapist_booked',
  'therapist_changed',
  'therapist_cancelled',
  'test',
  'session_cancelled',
  'waitlist_gone',
])

export function actionsOf(kind: MessageKind): readonly EmailAction[] {
  if (NOTHING.has(kind)) return []
  if (kind === 'conversation') return ['read']
  if (isProof(kind)) return ['confirm']
  if (kind === 'place_offered') return ['take', 'cancel']
  if (kind === 'waitlist_offer') return ['answer']
  return isOfEvent(kind) ? ['cancel'] : ['confirm', 'change', 'cancel']
}

/** Where on the page of the link each is done; following one does nothing by itself. */
const PLACES: Readonly<Record<EmailAction, string>> = {
  confirm: '',
  change: '?move#move',
  cancel: '?cancel#cancel',
  read: '#messages',
  take: '#accept',
  answer: '',
}

export function hrefOf(manageUrl: string, action: EmailAction): string {
  return manageUrl + PLACES[action]
}
