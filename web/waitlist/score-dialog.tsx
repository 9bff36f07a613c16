import { type JSX, Show } from 'solid-js'
import { HIGHEST_SCORE } from '../../domain/waitlist-score.ts'
import { ask, send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { FormNotices } from '../form/form-notices.tsx'
import { runChange } from '../form/run-change.ts'
import { SetWaitlistScoreDocument, WaitlistEntryDocument, type WaitlistLineFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showFailure } from '../ui/show-failure.ts'
import { TextField } from '../ui/text-field.tsx'

interface ScoreDialogProps {
  readonly entry: WaitlistLineFragment
  readonly onClose: () => void
  readonly onSet: () => void
}

/** The score set by hand, with the reason that is kept; or its parts counting again. */
export function ScoreDialog(props: ScoreDialogProps): JSX.Element {
  const { entry } = props
  const form = createForm({
    initial: { version: entry.version, score: String(entry.score.total), reason: entry.score.overrideReason ?? '' },
    check: ({ reason, score }) => ({
      score: isScore(score) ? undefined : `A whole number from 0 to ${HIGHEST_SCORE}.`,
      reason: reason.trim() ? undefined : 'Say why: it is kept with the entry.',
    }),
    send: ({ reason, score, version }, clientMutationId) =>
      sendScore({ id: entry.id, version }, Number(score), reason.trim(), clientMutationId),
    done: () => props.onSet(),
  })
  const letCount = () => runChange({ send: (id) => sendScore(entry, null, null, id), done: () => props.onSet() })
  const keepMine = async () => {
    try {
      const { waitlistEntry } = await ask(WaitlistEntryDocument, { id: entry.id })
      if (!waitlistEntry) return props.onSet()
      form.set('version', waitlistEntry.version)
      await form.submit()
    } catch (reason) {
      showFailure(reason)
    }
  }
  return (
    <FormDialog
      onClose={props.onClose}
      title={`Score of ${entry.client.name}`}
      description="Whoever has the higher score is asked first. A score set by hand stays until its parts count again."
      keepLabel="Cancel"
      goLabel="Set the score"
      goKind="primary"
      busy={form.busy()}
      onSubmit={() => void form.submit()}
    >
      <FormNotices form={form} onTakeTheirs={props.onSet} onKeepMine={() => void keepMine()} />
      <TextField
        label="Score"
        inputmode="numeric"
        required
        value={form.values.score}
        problem={form.problem('score')}
        onInput={(score) => form.set('score', score)}
      />
      <TextField
        label="Reason"
        required
        value={form.values.reason}
        problem={form.problem('reason')}
        onInput={(reason) => form.set('reason', reason)}
      />
      <Show when={entry.score.overriddenBy}>
        <div>
          <Button onClick={() => void letCount()}>Let the parts count again</Button>
        </div>
      </Show>
    </FormDialog>
  )
}

function isScore(text: string): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= HIGHEST_SCORE
}

async function sendScore(
  { id, version: expectedVersion }: Pick<WaitlistLineFragment, 'id' | 'version'>,
  score: number | null,
  reason: string | null,
  clientMutationId: string,
) {
  const input = { id, expectedVersion, score, reason, clientMutationId }
  return (await send(SetWaitlistScoreDocument, { input })).setWaitlistScore
}
