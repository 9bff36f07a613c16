import KeyRound from 'lucide-solid/icons/key-round'
import { createSignal, type JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { type ApiKeyRecordFragment, ApiKeysDocument } from '../generated/graphql.ts'
import { dateInWords, timeInWords } from '../session/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ApiKeyPanel } from './api-key-panel.tsx'
import { NewApiKeyPanel } from './new-api-key-panel.tsx'
import { RecordsPage } from './records-page.tsx'
import { scopeWords } from './scope-words.ts'

export default function ApiKeysPage(): JSX.Element {
  const answer = createAnswer(ApiKeysDocument, () => ({}))
  const [secret, setSecret] = createSignal<string>()
  const saved = () => void answer.again()
  return (
    <>
      <RecordsPage
        title="API keys"
        newLabel="New key"
        rows={answer.data()?.apiKeys}
        failure={answer.failure()}
        onRetry={answer.again}
        nameHead="Name"
        name={(row) => row.name}
        columns={[
          { head: 'Begins with', cell: (row) => <code>{row.prefix}</code>, wideOnly: true },
          { head: 'May', cell: (row) => scopeWords(row.scopes) },
          {
            head: 'Last used',
            cell: (row) => (row.lastUsedAt ? timeInWords(row.lastUsedAt) : 'Never'),
            wideOnly: true,
          },
          { head: 'Until', cell: until },
        ]}
        isAway={(row) => row.revokedAt !== null}
        awayWord="revoked"
        empty={{
          icon: KeyRound,
          title: 'No API keys yet',
          text: 'With a key, a program of a partner reads or books through the GraphQL API in the name of the clinic.',
        }}
        panel={(row, close) =>
          row ? (
            <ApiKeyPanel apiKey={row} onRevoked={saved} onClose={close} />
          ) : (
            <NewApiKeyPanel onCreated={saved} onSecret={setSecret} onClose={close} />
          )
        }
      />
      <Dialog
        open={secret() !== undefined}
        onClose={() => setSecret(undefined)}
        title="Copy the key now"
        description="It is shown only this once: Daybook keeps no copy that could be read."
        actions={
          <Button kind="primary" onClick={() => setSecret(undefined)}>
            I have copied it
          </Button>
        }
      >
        <CopyField label="API key" hint="Sent as: Authorization: Bearer <key>" value={secret() ?? ''} />
      </Dialog>
    </>
  )
}

function until(key: ApiKeyRecordFragment): JSX.Element {
  if (key.revokedAt) return <Badge tone="danger">Revoked</Badge>
  if (!key.expiresAt) return 'Revoked by hand'
  if (Date.parse(key.expiresAt) <= Date.now()) return <Badge tone="warning">Expired</Badge>
  return dateInWords(key.expiresAt)
}
