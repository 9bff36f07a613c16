import './combobox.css'
import './tags-field.css'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { Field, type FieldControl, type FieldTexts } from './field.tsx'
import { readTag, tagChoices } from './tags.ts'

interface TagsFieldProps extends FieldTexts {
  readonly value: readonly string[]
  /** Those in use elsewhere, to be met again by the same word. */
  readonly known: readonly string[]
  readonly placeholder?: string
  readonly onChange: (tags: readonly string[]) => void
}

/** Words, each added by Enter or a comma; the last goes by Backspace, any by its button. */
export function TagsField(props: TagsFieldProps): JSX.Element {
  const [said, setSaid] = createSignal('')
  let input: HTMLInputElement | undefined
  const add = (tag: string) => {
    props.onChange([...props.value, tag])
    setSaid(`${tag} is added.`)
  }
  const remove = (tag: string) => {
    props.onChange(props.value.filter((each) => each !== tag))
    setSaid(`${tag} is removed.`)
    input?.focus()
  }
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem} required={props.required}>
      {(control) => (
        <div class="tags combobox">
          <Show when={props.value.length > 0}>
            <ul class="tags-chosen" aria-label={`${props.label} chosen`}>
              <For each={props.value}>
                {(tag) => (
                  <li class="tag">
                    {tag}
                    <button type="button" aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
                      <X size={12} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <TagInput
            {...props}
            control={control}
            ref={(element) => {
              input = element
            }}
            onAdd={add}
            onRemoveLast={() => props.value.length > 0 && remove(props.value.at(-1)!)}
          />
          <p class="aside" role="status">
            {said()}
          </p>
        </div>
      )}
    </Field>
  )
}

interface TagInputProps extends TagsFieldProps {
  readonly control: FieldControl
  readonly ref: (element: HTMLInputElement) => void
  readonly onAdd: (tag: string) => void
  readonly onRemoveLast: () => void
}

function TagInput(props: TagInputProps): JSX.Element {
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [open, setOpen] = createSignal(false)
  /** -1 while nothing is typed and no arrow was pressed: then Enter is the form's. */
  const [active, setActive] = createSignal(-1)
  const choices = createMemo(() => (open() ? tagChoices(typed(), props.known, props.value) : []))

  const choose = (tag: string | undefined) => {
    setTyped('')
    setActive(-1)
    setOpen(false)
    if (tag && !props.value.includes(tag)) props.onAdd(tag)
  }
  const type = (text: string) => {
    setActive(text === '' ? -1 : 0)
    setOpen(true)
    if (!text.includes(',')) return setTyped(text)
    choose(readTag(text.replace(/,/g, ' ')))
  }
  const step = (by: number) => {
    setOpen(true)
    const count = choices().length
    if (count > 0) setActive(active() === -1 && by < 0 ? count - 1 : (active() + by + count) % count)
  }
  /** Nothing typed is lost by going on to the next field. */
  const leave = () => choose(readTag(typed()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const act = actionOf(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  const actionOf = (key: string): (() => void) | undefined => {
    if (key === 'ArrowDown') return () => step(1)
    if (key === 'ArrowUp') return () => step(-1)
    if (key === 'Enter' && (typed() || active() >= 0)) return () => choose(choices()[active()] ?? readTag(typed()))
    if (key === 'Escape' && open()) return () => setOpen(false)
    return key === 'Backspace' && typed() === '' ? props.onRemoveLast : undefined
  }

  return (
    <>
      <input
        ref={props.ref}
        class="control"
        {...props.control}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        aria-autocomplete="list"
        aria-expanded={choices().length > 0}
        aria-controls={listId}
        aria-activedescendant={choices()[active()] ? `${listId}-${active()}` : undefined}
        placeholder={props.placeholder}
        value={typed()}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <div class="combobox-list" classList={{ open: choices().length > 0 }}>
        <div id={listId} role="listbox" aria-label={props.label}>
          <For each={choices()}>
            {(tag, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
              <div
                id={`${listId}-${index()}`}
                role="option"
                tabIndex={-1}
                aria-selected={index() === active()}
                class="combobox-option"
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setActive(index())}
                onClick={() => choose(tag)}
              >
                {props.known.includes(tag) ? tag : `Add “${tag}”`}
              </div>
            )}
          </For>
        </div>
      </div>
    </>
  )
}
