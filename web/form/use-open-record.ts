import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'

export interface OpenRecord {
  /** The id of the record in the panel, `new`, or undefined when the panel is shut. */
  readonly id: Accessor<string | undefined>
  readonly open: (id: string) => void
  readonly close: () => void
}

/** Which record the panel shows. In the address, so that Back closes it and a link opens it. */
export function useOpenRecord(): OpenRecord {
  const [search, setSearch] = useSearchParams<{ open?: string }>()
  return {
    id: () => search.open || undefined,
    open: (id) => setSearch({ open: id }),
    close: () => setSearch({ open: undefined }),
  }
}
