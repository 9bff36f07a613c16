import { type JSX, Match, Show, Switch } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { ClientsDocument, FeedSubjectsDocument, type PrivateFeedKind } from '../generated/graphql.ts'
import { Combobox } from '../ui/combobox.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { kindWords } from './feed-words.ts'

const MOST_FOUND = 8

/** Whose a feed is. */
export interface ChosenSubject {
  readonly kind: PrivateFeedKind
  /** Empty until one is chosen. */
  readonly id: string
  readonly name: string
}

interface FeedSubjectProps {
  readonly value: ChosenSubject
  readonly problem: string | undefined
  readonly onChange: (subject: ChosenSubject) => void
}

const kinds = (['THERAPIST', 'ROOM', 'CLIENT'] as const).map((value) => ({ value, label: kindWords[value] }))

/** Chooses the therapist, the room or the client that a new feed is of. */
export function FeedSubject(props: FeedSubjectProps): JSX.Element {
  const answer = createAnswer(FeedSubjectsDocument, () => ({}))
  const choices = (kind: 'THERAPIST' | 'ROOM') => {
    const found = (kind === 'ROOM' ? answer.data()?.rooms : answer.data()?.therapists) ?? []
    return [{ id: '', name: 'Choose…' }, ...found]
  }
  const choose = (kind: PrivateFeedKind, id: string, name: string) => props.onChange({ kind, id, name })
  return (
    <>
      <Segmented label="Of" value={props.value.kind} options={kinds} onChange={(kind) => choose(kind, '', '')} />
      <Switch>
        <Match when={props.value.kind !== 'CLIENT' && props.value.kind}>
          {(kind) => (
            <SelectField
              label={kindWords[kind()]}
              required
              value={props.value.id}
              problem={props.problem}
              options={choices(kind()).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => choose(kind(), id, id && (choices(kind()).find((each) => each.id === id)?.name ?? ''))}
            />
          )}
        </Match>
        <Match when={props.value.kind === 'CLIENT'}>
          <Combobox<{ readonly id: string; readonly name: string }>
            label="Client"
            required
            placeholder="Name, phone or e-mail"
            value={props.value.id ? props.value : undefined}
            text={(client) => client.name}
            problem={props.problem}
            search={searchClients}
            onChange={(client) => choose('CLIENT', client?.id ?? '', client?.name ?? '')}
          />
        </Match>
      </Switch>
      <Show when={answer.failure()}>
        <p role="alert">The therapists and rooms could not be read. Close this and try again.</p>
      </Show>
    </>
  )
}

async function searchClients(words: string) {
  return (await ask(ClientsDocument, { search: words || null, first: MOST_FOUND, activeOnly: true })).clients.nodes
}
