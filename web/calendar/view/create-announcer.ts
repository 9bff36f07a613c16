import { type Accessor, createSignal, onCleanup } from 'solid-js'

export interface Announcer {
  readonly text: Accessor<string>
  say(text: string): void
  /** For what others do: said alone when it is alone, counted when more comes within a moment. */
  sayRemote(text: () => string): void
}

const MOMENT_MILLISECONDS = 400

/** What the live region says. */
export function createAnnouncer(onAnnounce: (text: string) => void): Announcer {
  const [text, setText] = createSignal('')
  let heard: (() => string)[] = []
  let timer: number | undefined

  function say(next: string): void {
    // The same words again are read again only if the text differs.
    setText((before) => (before === next ? `${next}\u00a0` : next))
    onAnnounce(next)
  }

  function tell(): void {
    const [first] = heard
    if (first !== undefined) say(heard.length === 1 ? first() : `${heard.length} changes on the calendar.`)
    heard = []
  }

  onCleanup(() => clearTimeout(timer))
  return {
    text,
    say,
    sayRemote(next) {
      if (heard.push(next) === 1) timer = window.setTimeout(tell, MOMENT_MILLISECONDS)
    },
  }
}
