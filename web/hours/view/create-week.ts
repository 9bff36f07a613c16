import { type Accessor, createMemo, createSignal } from 'solid-js'
import { type Announcer, createAnnouncer } from '../../calendar/view/create-announcer.ts'
import { type Block, clashOf, plainTerms, type Span } from '../week/block.ts'
import { draftOf, idle, nextWeekDrag, type WeekDrag, type WeekDragEvent } from '../week/drag.ts'
import { type Edit, type Editing, nextEditing, startEditing } from '../week/edit.ts'
import { type BlockAction, freshSpan, isWithinWeek } from '../week/keys.ts'
import { hoursInWords, spanAloud, weekdayName } from '../week/words.ts'

/** A block as it would be if it were let go now. */
export interface Draft {
  readonly block: Block
  /** What stands there already. */
  readonly clash: Block | undefined
}

export interface WeekOptions {
  readonly blocks: readonly Block[]
  readonly stepMinutes: Accessor<number>
  readonly placeName: (id: string) => string
}

/** A week in the hands of one person: what it says, what is dragged, what is said aloud. Nothing here is saved. */
export interface Week {
  readonly editing: Accessor<Editing>
  readonly drag: Accessor<WeekDrag>
  readonly draft: Accessor<Draft | undefined>
  readonly announcer: Announcer
  readonly step: Accessor<number>
  readonly placeName: (id: string) => string
  block(id: string): Block | undefined
  edit(edit: Edit): void
  send(event: WeekDragEvent): void
  /** Lets go of what is dragged; the block's id, when it stands somewhere new. */
  drop(): string | undefined
  /** Does what a key asks; a place that is taken, or does not exist, is said and left alone. */
  act(action: BlockAction, block: Block): void
  travel(kind: 'undo' | 'redo'): void
  /** Adds usual hours to the day, after those that are there; their id. */
  add(weekday: number): string | undefined
  copy(from: number, to: readonly number[]): void
  clear(weekday: number): void
}

let lastId = 0

/** What a block is called in this page. */
export function newBlockId(): string {
  return `block-${++lastId}`
}

export function createWeek(options: WeekOptions): Week {
  const [editing, setEditing] = createSignal(startEditing(options.blocks))
  const [drag, setDrag] = createSignal<WeekDrag>(idle)
  const announcer = createAnnouncer(() => {})
  const step = options.stepMinutes
  const draft = createMemo(() => draftFor(drag(), editing(), step()))
  const edit = (wanted: Edit) => setEditing((before) => nextEditing(before, wanted))
  const block = (id: string) => editing().blocks.find((each) => each.id === id)

  function place(wanted: Block): boolean {
    const clash = clashOf(wanted, editing().blocks)
    if (clash) announcer.say(`${spanAloud(wanted)} overlaps ${hoursInWords(clash)}.`)
    if (clash || !isWithinWeek(wanted)) return false
    edit({ type: 'put', block: wanted })
    announcer.say(spanAloud(wanted))
    return true
  }
  function travel(kind: 'undo' | 'redo'): void {
    const before = editing()
    edit({ type: kind })
    if (before !== editing()) announcer.say(kind === 'undo' ? 'Undone.' : 'Done again.')
  }

  return {
    ...{ editing, drag, draft, announcer, step, block, edit, travel },
    placeName: options.placeName,
    send: (event) => setDrag((before) => nextWeekDrag(before, event)),
    drop() {
      const wanted = draft()?.block
      setDrag(idle)
      return wanted && place(wanted) ? wanted.id : undefined
    },
    act(action, held) {
      if (action.kind === 'place') return void place({ ...held, ...action.span })
      edit({ type: 'remove', id: held.id })
      announcer.say(`${spanAloud(held)} is removed.`)
    },
    add(weekday) {
      const span = freshSpan(weekday, editing().blocks, step())
      if (!span) return undefined
      const fresh = freshBlock(span)
      return place(fresh) ? fresh.id : undefined
    },
    copy(from, to) {
      edit({ type: 'copy', from, to, newId: newBlockId })
      announcer.say(`${weekdayName(from)} is copied to ${to.map(weekdayName).join(', ')}.`)
    },
    clear(weekday) {
      edit({ type: 'clear', weekday })
      announcer.say(`${weekdayName(weekday)} is cleared.`)
    },
  }
}

function freshBlock(span: Span): Block {
  return { ...plainTerms, ...span, id: newBlockId() }
}

function draftFor(drag: WeekDrag, { blocks }: Editing, step: number): Draft | undefined {
  if (drag.state !== 'dragging') return undefined
  const block = { ...(drag.block ?? { ...plainTerms, id: newBlockId() }), ...draftOf(drag, step) }
  return { block, clash: clashOf(block, blocks) }
}
