import './reader.css'
import Volume2 from 'lucide-solid/icons/volume-2'
import type { JSX } from 'solid-js'

/** What a voice reads aloud to whoever picks up. */
export function SpokenText(props: { readonly text: string }): JSX.Element {
  return (
    <article class="spoken" aria-label="What is read aloud">
      <p class="spoken-head">
        <Volume2 size={14} />
        Read aloud
      </p>
      <p class="spoken-text">{props.text}</p>
    </article>
  )
}
