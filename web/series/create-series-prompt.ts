import { type Accessor, createSignal } from 'solid-js'
import type { Card, Place } from '../calendar/store/book.ts'
import type { SeriesScope } from '../generated/graphql.ts'

/** What is to become of an appointment that is one of a series. */
export type SeriesChoice =
  | { readonly kind: 'this' }
  | { readonly kind: 'kept' }
  /** Of a session: still to be done, with as many as that. */
  | { readonly kind: 'scope'; readonly scope: SeriesScope }
  /** More of the series went with it: it is done. */
  | { readonly kind: 'changed'; readonly card: Card; readonly others: number }

export interface SeriesQuestion {
  readonly card: Card
  readonly to: Place
  readonly answer: (choice: SeriesChoice) => void
}

/** The one question a move of such an appointment raises: it alone, those after it too, or all. */
export interface SeriesPrompt {
  readonly asked: Accessor<SeriesQuestion | undefined>
  readonly ask: (card: Card, to: Place) => Promise<SeriesChoice>
}

export function createSeriesPrompt(): SeriesPrompt {
  const [asked, setAsked] = createSignal<SeriesQuestion>()
  return {
    asked,
    ask(card, to) {
      asked()?.answer({ kind: 'kept' })
      return new Promise((resolve) => {
        const answer = (choice: SeriesChoice) => {
          setAsked(undefined)
          resolve(choice)
        }
        setAsked({ card, to, answer })
      })
    },
  }
}
