import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js'
import { asFailure, type RequestFailed } from './failure.ts'
import { keepSame } from './keep-same.ts'

export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface Pages<Node> {
  readonly nodes: Accessor<readonly Node[] | undefined>
  readonly hasMore: Accessor<boolean>
  readonly failure: Accessor<RequestFailed | undefined>
  readonly loading: Accessor<boolean>
  readonly more: () => Promise<void>
  readonly again: () => Promise<void>
  /** Reads all that is shown once more, so that nothing goes out of sight. */
  readonly refresh: () => Promise<void>
}

/** A connection read page by page; starts again from the first page when the question changes. */
export function createPages<Question, Node>(
  question: Accessor<Question>,
  load: (question: Question, after: string | undefined) => Promise<Page<Node>>,
): Pages<Node> {
  const [nodes, setNodes] = createSignal<readonly Node[]>()
  const [cursor, setCursor] = createSignal<string>()
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [loading, setLoading] = createSignal(true)
  let latest = 0

  const read = async (asked: Question, after: string | undefined, isNew = false, get: typeof load = load) => {
    const mine = ++latest
    setLoading(true)
    try {
      const page = await get(asked, after)
      if (mine !== latest) return
      setNodes((before) => (after === undefined ? keepSame(before, page.nodes) : [...(before ?? []), ...page.nodes]))
      setCursor((page.pageInfo.hasNextPage && page.pageInfo.endCursor) || undefined)
      setFailure(undefined)
    } catch (reason) {
      if (mine !== latest) return
      // What answered another question is no answer to this one.
      if (isNew) setNodes(undefined)
      setFailure(asFailure(reason))
    } finally {
      if (mine === latest) setLoading(false)
    }
  }

  /** As one page, however many it was read in. */
  const loadAll = async (asked: Question, wanted: number): Promise<Page<Node>> => {
    let page = await load(asked, undefined)
    while (page.nodes.length < wanted && page.pageInfo.hasNextPage && page.pageInfo.endCursor) {
      const next = await load(asked, page.pageInfo.endCursor)
      page = { ...next, nodes: [...page.nodes, ...next.nodes] }
    }
    return page
  }

  createEffect(on(question, (asked) => void read(asked, undefined, true)))
  return {
    nodes,
    failure,
    loading,
    hasMore: () => cursor() !== undefined,
    more: () => read(question(), cursor()),
    again: () => read(question(), undefined),
    refresh: () => read(untrack(question), undefined, false, (asked) => loadAll(asked, untrack(nodes)?.length ?? 0)),
  }
}
