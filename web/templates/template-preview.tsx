import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Answer } from '../api/create-answer.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { MessageChannel, PreviewMessageQuery } from '../generated/graphql.ts'
import { AsRead } from '../messages/reader/as-read.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { lengthInWords } from './length-words.ts'

interface TemplatePreviewProps {
  readonly channel: MessageChannel
  readonly answer: Answer<PreviewMessageQuery>
}

/** The words of the template in the message of an appointment that might be. */
export function TemplatePreview(props: TemplatePreviewProps): JSX.Element {
  return (
    <section class="template-preview" aria-label="Preview">
      <h2 class="template-heading">
        Preview <span>with an appointment that might be</span>
      </h2>
      <Problems answer={props.answer} />
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={props.answer.data()?.previewMessage}>
          {(preview) => <AsRead channel={props.channel} content={preview()} below={<Length preview={preview()} />} />}
        </Match>
        <Match when={props.answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={props.answer.again} />}
        </Match>
      </Switch>
    </section>
  )
}

/** What is wrong with the words, or why the preview is an old one. The place exists before it speaks. */
function Problems(props: { readonly answer: Answer<PreviewMessageQuery> }): JSX.Element {
  const stale = () => props.answer.data() && props.answer.failure()
  return (
    <div class="template-problems" role="status">
      <For each={props.answer.data()?.previewMessage.problems}>
        {(problem) => <Notice tone="danger">{problem}</Notice>}
      </For>
      <Show when={stale()}>
        {(failure) => <Notice tone="warning">{`This preview is old. ${wordsOfFailure(failure()).what}.`}</Notice>}
      </Show>
    </div>
  )
}

function Length(props: { readonly preview: PreviewMessageQuery['previewMessage'] }): JSX.Element {
  return <p>{lengthInWords(props.preview)}</p>
}
