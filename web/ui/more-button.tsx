import './more-button.css'
import { type JSX, Show } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { Button } from './button.tsx'

/** At the end of a list that is read page by page. Where nothing could be read at all, the list says so itself. */
export function MoreButton<Node>(props: { readonly pages: Pages<Node> }): JSX.Element {
  return (
    <Show when={props.pages.nodes() && (props.pages.hasMore() || props.pages.failure())}>
      <div class="more">
        <div role="alert">
          <Show when={props.pages.failure()}>
            {(failure) => <p>{`${wordsOfFailure(failure()).what}. ${wordsOfFailure(failure()).next}`}</p>}
          </Show>
        </div>
        <Button
          busy={props.pages.loading()}
          onClick={props.pages.hasMore() ? props.pages.more : () => void props.pages.again()}
        >
          {props.pages.hasMore() ? 'Show more' : 'Try again'}
        </Button>
      </div>
    </Show>
  )
}
