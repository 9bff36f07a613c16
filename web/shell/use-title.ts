import { type Accessor, createEffect } from 'solid-js'

/** The tab's title: the page, then the program. */
export function useTitle(title: Accessor<string>): void {
  createEffect(() => {
    document.title = `${title()} · Daybook`
  })
}
