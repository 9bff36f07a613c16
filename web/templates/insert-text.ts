type Writable = HTMLInputElement | HTMLTextAreaElement

function isWritable(target: EventTarget | null): target is Writable {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

/** Remembers where somebody was writing, and writes there as if it were typed. */
export function makeInserter() {
  let last: Writable | undefined
  return {
    remember: (event: FocusEvent) => {
      if (isWritable(event.target)) last = event.target
    },
    /** At the last place, or at the end of `otherwise`. */
    insert: (text: string, otherwise: Writable | null | undefined) => {
      const place = last?.isConnected ? last : otherwise
      if (!place) return
      place.setRangeText(
        text,
        place.selectionStart ?? place.value.length,
        place.selectionEnd ?? place.value.length,
        'end',
      )
      place.dispatchEvent(new InputEvent('input', { bubbles: true }))
      place.focus()
    },
  }
}
