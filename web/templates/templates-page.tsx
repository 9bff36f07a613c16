import './templates-page.css'
import { useSearchParams } from '@solidjs/router'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import {
  type MessageChannel,
  type MessageTemplateRecordFragment,
  MessageTemplatesDocument,
  MessageVariablesDocument,
} from '../generated/graphql.ts'
import { channels, channelWords, kinds, kindWords, languageWords } from '../messages/message-words.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TemplateEditor } from './template-editor.tsx'

/** The words of every message, by kind, channel and language. */
export default function TemplatesPage(): JSX.Element {
  useTitle(() => 'Templates')
  const answer = createAnswer(MessageTemplatesDocument, () => ({}))
  const variables = createAnswer(MessageVariablesDocument, () => ({}))
  const choice = useTemplateChoice(() => answer.data()?.messageTemplates ?? [])
  return (
    <>
      <TopBar title="Templates">
        <ChoiceBar choice={choice} />
      </TopBar>
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={choice.template() && variables.data()}>
          {(known) => (
            <Show when={placeOf(choice.template())} keyed>
              {(_place: string) => (
                <TemplateEditor
                  template={choice.template()!}
                  variables={known().messageVariables}
                  onReload={answer.again}
                />
              )}
            </Show>
          )}
        </Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
        <Match when={variables.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={variables.again} />}
        </Match>
      </Switch>
    </>
  )
}

type TemplateChoice = ReturnType<typeof useTemplateChoice>

/** Which template is open. In the address; the first of those there are, when it names none. */
function useTemplateChoice(all: () => readonly MessageTemplateRecordFragment[]) {
  const [search, setSearch] = useSearchParams<{ kind?: string; channel?: string; language?: string }>()
  const offeredKinds = createMemo(() => kinds.filter((kind) => all().some((each) => each.kind === kind)))
  const kind = () => offeredKinds().find((each) => each === search.kind) ?? offeredKinds()[0]
  const ofKind = createMemo(() => all().filter((each) => each.kind === kind()))
  const offeredChannels = createMemo(() => channels.filter((way) => ofKind().some((each) => each.channel === way)))
  const channel = () => offeredChannels().find((each) => each === search.channel) ?? offeredChannels()[0]
  const languages = createMemo(() => [...new Set(ofKind().map((each) => each.language))])
  const language = () => languages().find((each) => each === search.language) ?? languages()[0]
  return {
    ...{ kind, offeredKinds, channel, offeredChannels, language, languages },
    isOwn: (wanted: string) => all().some((each) => each.kind === wanted && each.custom),
    template: () => ofKind().find((each) => each.channel === channel() && each.language === language()),
    set: (change: { kind?: string; channel?: string; language?: string }) => setSearch(change),
  }
}

function ChoiceBar(props: { readonly choice: TemplateChoice }): JSX.Element {
  const words = (kind: keyof typeof kindWords) =>
    props.choice.isOwn(kind) ? `${kindWords[kind]} (own words)` : kindWords[kind]
  return (
    <div class="template-choice">
      <FilterSelect
        label="Message"
        value={props.choice.kind()}
        options={props.choice.offeredKinds().map((value) => ({ value, label: words(value) }))}
        onChange={(kind) => props.choice.set({ kind })}
      />
      <Show when={props.choice.channel()}>
        {(channel) => (
          <Segmented<MessageChannel>
            label="Channel"
            value={channel()}
            options={props.choice.offeredChannels().map((value) => ({ value, label: channelWords[value] }))}
            onChange={(chosen) => props.choice.set({ channel: chosen })}
          />
        )}
      </Show>
      <Show when={props.choice.languages().length > 1}>
        <FilterSelect
          label="Language"
          value={props.choice.language()}
          options={props.choice.languages().map((value) => ({ value, label: languageWords(value) }))}
          onChange={(language) => props.choice.set({ language })}
        />
      </Show>
    </div>
  )
}

/** Another template is another form. */
function placeOf(template: MessageTemplateRecordFragment | undefined): string | undefined {
  return template && `${template.kind} ${template.channel} ${template.language}`
}
