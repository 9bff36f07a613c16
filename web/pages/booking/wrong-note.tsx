import { For } from 'solid-js'

interface WrongNoteProps {
  readonly title: string
  /** The fields in their order, by their ids. */
  readonly wrong: readonly { readonly id: string; readonly label: string }[]
}

/** That nothing was taken, with the way to each field that it is for. */
export function WrongNote(props: WrongNoteProps) {
  return (
    <div class="note warning" role="alert">
      <p>{props.title}</p>
      <ul class="wrongs">
        <For each={props.wrong}>
          {({ id, label }) => (
            <li>
              <a href={`#${id}`}>{label}</a>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
