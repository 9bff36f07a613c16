import { type Block, byTime, clashOf } from './block.ts'

/** A week that is being edited: every state that undo and redo lead to. */
export interface Editing {
  readonly blocks: readonly Block[]
  readonly past: readonly (readonly Block[])[]
  readonly ahead: readonly (readonly Block[])[]
  /** What is done in one session of typing is undone at once. */
  readonly session: string | undefined
}

export type Edit =
  /** Adds the block, or puts it in the place of the one of the same id. */
  | { readonly type: 'put'; readonly block: Block; readonly session?: string }
  | { readonly type: 'remove'; readonly id: string }
  /** The days become as the one copied: what stood on them goes. */
  | { readonly type: 'copy'; readonly from: number; readonly to: readonly number[]; readonly newId: () => string }
  | { readonly type: 'clear'; readonly weekday: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'restart'; readonly blocks: readonly Block[] }

export function startEditing(blocks: readonly Block[]): Editing {
  return { blocks: [...blocks].sort(byTime), past: [], ahead: [], session: undefined }
}

/** The week after the edit; the same one when the edit changes nothing or cannot be. */
export function nextEditing(editing: Editing, edit: Edit): Editing {
  const { blocks } = editing
  switch (edit.type) {
    case 'put':
      return putBlock(editing, edit.block, edit.session)
    case 'remove':
      return changed(
        editing,
        blocks.filter((each) => each.id !== edit.id),
      )
    case 'copy':
      return changed(editing, copied(blocks, edit))
    case 'clear':
      return changed(
        editing,
        blocks.filter((each) => each.weekday !== edit.weekday),
      )
    case 'undo':
      return undone(editing)
    case 'redo':
      return redone(editing)
    case 'restart':
      return startEditing(edit.blocks)
  }
}

function putBlock(editing: Editing, block: Block, session: string | undefined): Editing {
  if (clashOf(block, editing.blocks) || block.start >= block.end) return editing
  return changed(editing, [...editing.blocks.filter((each) => each.id !== block.id), block], session)
}

function copied(blocks: readonly Block[], edit: Extract<Edit, { type: 'copy' }>): readonly Block[] {
  const days = edit.to.filter((weekday) => weekday !== edit.from)
  const pattern = blocks.filter((each) => each.weekday === edit.from)
  const rest = blocks.filter((each) => !days.includes(each.weekday))
  return [...rest, ...days.flatMap((weekday) => pattern.map((each) => ({ ...each, weekday, id: edit.newId() })))]
}

function changed(editing: Editing, blocks: readonly Block[], session?: string): Editing {
  const next = [...blocks].sort(byTime)
  if (JSON.stringify(next) === JSON.stringify(editing.blocks)) return editing
  const isSameSession = session !== undefined && session === editing.session
  return { blocks: next, past: isSameSession ? editing.past : [...editing.past, editing.blocks], ahead: [], session }
}

function undone(editing: Editing): Editing {
  const before = editing.past.at(-1)
  if (!before) return editing
  const ahead = [editing.blocks, ...editing.ahead]
  return { blocks: before, past: editing.past.slice(0, -1), ahead, session: undefined }
}

function redone(editing: Editing): Editing {
  const [after, ...ahead] = editing.ahead
  if (!after) return editing
  return { blocks: after, past: [...editing.past, editing.blocks], ahead, session: undefined }
}
