import './search-box.css'
import Search from 'lucide-solid/icons/search'
import type { JSX } from 'solid-js'

interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onInput: (words: string) => void
}

export function SearchBox(props: SearchBoxProps): JSX.Element {
  return (
    <search class="search-box">
      <Search size={15} />
      <input
        class="control"
        type="search"
        aria-label={props.label}
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </search>
  )
}
