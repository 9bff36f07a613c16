import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { sendSessionRestoration } from '../event-sessions/send-session.ts'
import { type EventSessionFragment, UpdateEventSessionDocument } from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'
import { whenInWords } from './session-line.tsx'

/** Lets a cancelled session take place again; what comes of it is shown as a toast. */
export async function restoreSession(session: EventSessionFragment): Promise<void> {
  const input = { id: session.id, expectedVersion: session.version, clientMutationId: v7() }
  const outcome = await sendSessionRestoration(input)
  if (outcome.kind === 'changed') showToast({ text: `${whenInWords(session)} takes place again.` })
  else showToast({ text: outcome.messages.join(' '), tone: 'problem' })
}

/** Shows one session to the public, or takes it back; what comes of it is shown as a toast. */
export async function publishSession(
  session: EventSessionFragment,
  publishStatus: 'DRAFT' | 'PUBLISHED',
): Promise<void> {
  const input = { id: session.id, expectedVersion: session.version, publishStatus, clientMutationId: v7() }
  try {
    const { updateSession: answer } = await send(UpdateEventSessionDocument, { input })
    const standing = publishStatus === 'PUBLISHED' ? 'published' : 'a draft again'
    if (answer.__typename === 'SessionUpdated') showToast({ text: `${whenInWords(session)} is ${standing}.` })
    else for (const { message } of answer.problems) showToast({ text: message, tone: 'problem' })
  } catch (reason) {
    showFailure(reason)
  }
}
