import './combobox.css'
import { createEffect, createSignal, createUniqueId, For, type JSX, on, Show } from 'solid-js'
import { wordsOfFailure } from '../api/failure-words.ts'
import { createChoices } from './create-choices.ts'
import { Field, type FieldTexts } from './field.tsx'

interface ComboboxProps<Item> extends FieldTexts {
  readonly value: Item | undefined
  readonly text: (item: Item) => string
  /** A second, quieter line: what tells two of the same name apart. */
  readonly detail?: (item: Item) => string
  /** What fits the words typed, from memory or from the server. */
  readonly search: (words: string) => readonly Item[] | Promise<readonly Item[]>
  readonly onChange: (item: Item | undefined) => void
  readonly placeholder?: string
  /** Offers to make what was not found. */
  readonly create?: { readonly label: (words: string) => string; readonly run: (words: string) => void }
  readonly autofocus?: boolean
}

interface Option {
  readonly text: string
  readonly detail: string
  readonly choose: () => void
}

/** A field that finds: type, arrow, Enter. Follows the ARIA combobox pattern with a list. */
export function Combobox<Item>(props: ComboboxProps<Item>): JSX.Element {
  const listId = createUniqueId()
  const choices = createChoices<Item>((words) => props.search(words))
  const [typed, setTyped] = createSignal<string>()
  const [active, setActive] = createSignal(0)

  const options = (): readonly Option[] => {
    const found = choices.items().map((item) => ({
      text: props.text(item),
      detail: props.detail?.(item) ?? '',
      choose: () => props.onChange(item),
    }))
    const words = typed()?.trim()
    const create = props.create
    if (!create || !words || choices.loading()) return found
    return [...found, { text: create.label(words), detail: '', choose: () => create.run(words) }]
  }
  createEffect(on(options, () => setActive(0), { defer: true }))

  const leave = () => {
    choices.close()
    setTyped(undefined)
  }
  const choose = (option: Option | undefined) => {
    leave()
    option?.choose()
  }
  const type = (words: string) => {
    setTyped(words)
    if (words === '') props.onChange(undefined)
    choices.look(words)
  }
  const step = (by: number) => {
    const count = options().length
    if (!choices.isOpen()) choices.look(typed() ?? '')
    else if (count > 0) setActive((active() + by + count) % count)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => choose(options()[active()]),
    Escape: leave,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.isComposing) return
    if (!choices.isOpen() && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    act()
  }

  return (
    <Field label={props.label} hint={props.hint} problem={props.problem} required={props.required}>
      {(control) => (
        <div class="combobox">
          <input
            ref={(element) => props.autofocus && queueMicrotask(() => element.focus())}
            class="control"
            {...control}
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={choices.isOpen()}
            aria-controls={listId}
            aria-activedescendant={choices.isOpen() && options().length > 0 ? `${listId}-${active()}` : undefined}
            placeholder={props.placeholder}
            value={typed() ?? (props.value === undefined ? '' : props.text(props.value))}
            onInput={(event) => type(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => choices.isOpen() || choices.look('')}
            onKeyDown={onKeyDown}
            onBlur={leave}
          />
          <div class="combobox-list" classList={{ open: choices.isOpen() }}>
            <div id={listId} role="listbox" aria-label={props.label}>
              <For each={choices.isOpen() ? options() : []}>
                {(option, index) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
                  <div
                    id={`${listId}-${index()}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index() === active()}
                    class="combobox-option"
                    onPointerDown={(event) => event.preventDefault()}
                    onPointerMove={() => setActive(index())}
                    onClick={() => choose(option)}
                  >
                    {option.text}
                    <Show when={option.detail}>
                      <small>{option.detail}</small>
                    </Show>
                  </div>
                )}
              </For>
            </div>
            <p class="combobox-said" role="status">
              {choices.isOpen() ? said(choices, options().length) : ''}
            </p>
          </div>
        </div>
      )}
    </Field>
  )
}

function said(choices: Pick<ReturnType<typeof createChoices>, 'loading' | 'failure'>, count: number): string {
  const failure = choices.failure()
  if (failure) return `${wordsOfFailure(failure).what}. ${wordsOfFailure(failure).next}`
  if (choices.loading()) return count === 0 ? 'Searching' : ''
  return count === 0 ? 'Nothing found' : ''
}
