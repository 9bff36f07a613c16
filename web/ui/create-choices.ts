import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { asFailure, type RequestFailed } from '../api/failure.ts'

const PAUSE_MS = 150

export interface Choices<Item> {
  readonly items: Accessor<readonly Item[]>
  readonly isOpen: Accessor<boolean>
  readonly loading: Accessor<boolean>
  readonly failure: Accessor<RequestFailed | undefined>
  /** Opens the list and looks for the words after a pause in typing; answers overtaken by newer words are dropped. */
  readonly look: (words: string) => void
  readonly close: () => void
}

export function createChoices<Item>(
  search: (words: string) => readonly Item[] | Promise<readonly Item[]>,
): Choices<Item> {
  const [items, setItems] = createSignal<readonly Item[]>([])
  const [isOpen, setOpen] = createSignal(false)
  const [loading, setLoading] = createSignal(false)
  const [failure, setFailure] = createSignal<RequestFailed>()
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const find = async (words: string, mine: number) => {
    try {
      const found = await search(words)
      if (mine !== latest) return
      setItems(found)
      setFailure(undefined)
    } catch (reason) {
      if (mine === latest) setFailure(asFailure(reason))
    } finally {
      if (mine === latest) setLoading(false)
    }
  }
  const look = (words: string) => {
    const mine = ++latest
    clearTimeout(timer)
    setOpen(true)
    setLoading(true)
    timer = setTimeout(() => void find(words, mine), words === '' ? 0 : PAUSE_MS)
  }
  const close = () => {
    latest++
    clearTimeout(timer)
    setOpen(false)
    setItems([])
    setFailure(undefined)
  }
  onCleanup(close)
  return { items, isOpen, loading, failure, look, close }
}
