import './reader.css'
import Paperclip from 'lucide-solid/icons/paperclip'
import { For, type JSX, Show } from 'solid-js'

interface MailFrameProps {
  readonly from: string
  readonly subject: string | null | undefined
  readonly html: string | null | undefined
  readonly text: string
  readonly attachments?: readonly { readonly name: string }[]
}

/** An e-mail as its reader has it. It runs no script, and its links lead nowhere from here. */
export function MailFrame(props: MailFrameProps): JSX.Element {
  return (
    <article class="mail" aria-label="The e-mail as its reader sees it">
      <header class="mail-head">
        <p class="mail-subject">{props.subject || 'No subject'}</p>
        <p class="mail-from">{props.from}</p>
        <For each={props.attachments}>
          {({ name }) => (
            <p class="mail-attached">
              <Paperclip size={12} />
              {name}
            </p>
          )}
        </For>
      </header>
      <Show when={props.html} fallback={<p class="mail-text">{props.text}</p>}>
        {(html) => <iframe class="mail-body" title="The e-mail’s text" sandbox="" srcdoc={withoutWayOut(html())} />}
      </Show>
    </article>
  )
}

/** A link that wants a window of its own is refused by the sandbox, where one in its place would empty the frame. */
function withoutWayOut(html: string): string {
  return html.replace(/<head[^>]*>/i, '$&<base target="_blank">')
}
