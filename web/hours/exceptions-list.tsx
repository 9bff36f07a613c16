import './exceptions-list.css'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import type { ExceptionRecordFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { dayInWords, exceptionInWords } from './date-words.ts'

interface ExceptionsListProps {
  readonly exceptions: readonly ExceptionRecordFragment[]
  readonly today: LocalDate
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

/** The dates on which the usual week does not hold: those to come first, the past ones when asked for. */
export function ExceptionsList(props: ExceptionsListProps): JSX.Element {
  const [showsPast, setShowsPast] = createSignal(false)
  const sorted = createMemo(() => [...props.exceptions].sort(byDate))
  const upcoming = () => sorted().filter((each) => each.on >= props.today)
  const past = () =>
    sorted()
      .filter((each) => each.on < props.today)
      .reverse()
  return (
    <section class="exceptions" aria-labelledby="exceptions-title">
      <header class="exceptions-head">
        <h2 id="exceptions-title">Exceptions</h2>
        <Button icon={Plus} onClick={() => props.onOpen('new')}>
          Add date
        </Button>
      </header>
      <Show
        when={upcoming().length > 0}
        fallback={
          <p class="exceptions-none">
            None ahead. A date can be closed all day or part of it, or open where the usual week is closed.
          </p>
        }
      >
        <Rows rows={upcoming()} openId={props.openId} onOpen={props.onOpen} />
      </Show>
      <Show when={past().length > 0}>
        <Button kind="quiet" aria-expanded={showsPast()} onClick={() => setShowsPast(!showsPast())}>
          {showsPast() ? 'Hide past' : `Show past (${past().length})`}
        </Button>
        <Show when={showsPast()}>
          <Rows rows={past()} openId={props.openId} onOpen={props.onOpen} />
        </Show>
      </Show>
    </section>
  )
}

interface RowsProps {
  readonly rows: readonly ExceptionRecordFragment[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

function Rows(props: RowsProps): JSX.Element {
  return (
    <ul class="exceptions-rows">
      <For each={props.rows}>
        {(each) => (
          <li>
            <button
              type="button"
              class="exception"
              classList={{ open: each.id === props.openId }}
              onClick={() => props.onOpen(each.id)}
            >
              <span class="exception-mark" classList={{ opens: each.kind === 'OPEN' }} aria-hidden="true" />
              <b>{dayInWords(each.on)}</b>
              <span>{exceptionInWords(each)}</span>
              <Show when={each.note}>
                <span class="exception-note">{each.note}</span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

function byDate(a: ExceptionRecordFragment, b: ExceptionRecordFragment): number {
  return a.on === b.on ? a.startTime.localeCompare(b.startTime) : a.on.localeCompare(b.on)
}
