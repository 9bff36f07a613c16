import './menu.css'
import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { For, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from './icon.ts'

interface MenuProps {
  /** The name of a trigger that shows only an icon. */
  readonly label?: string
  readonly trigger: JSX.Element
  readonly triggerClass?: string
  /** Where the arrow keys lead to the trigger, not Tab. */
  readonly triggerTabIndex?: number
  readonly children: JSX.Element
}

export function Menu(props: MenuProps): JSX.Element {
  return (
    <DropdownMenu gutter={4} modal={false}>
      <DropdownMenu.Trigger
        type="button"
        class={props.triggerClass ?? 'button quiet'}
        aria-label={props.label}
        title={props.label}
        tabIndex={props.triggerTabIndex}
      >
        {props.trigger}
      </DropdownMenu.Trigger>
      {/* No portal: what is opened stays in its landmark, and in its panel. */}
      <DropdownMenu.Content class="menu" ref={followKeyboard}>
        {props.children}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** Opened by a key, the menu takes the focus, and with it the arrow keys; Kobalte leaves it on the trigger. */
function followKeyboard(content: HTMLElement): void {
  if (document.activeElement?.matches(':focus-visible')) setTimeout(() => content.focus({ preventScroll: true }))
}

interface MenuItemProps {
  readonly icon?: Icon
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly children: JSX.Element
}

export function MenuItem(props: MenuItemProps): JSX.Element {
  return (
    <DropdownMenu.Item
      class="menu-item"
      classList={{ danger: props.danger }}
      disabled={props.disabled}
      onSelect={props.onSelect}
    >
      <span class="menu-mark">
        <Show when={props.icon}>{(icon) => <Dynamic component={icon()} size={15} />}</Show>
      </span>
      {props.children}
    </DropdownMenu.Item>
  )
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: Icon }[]
  readonly onChange: (value: Value) => void
}

export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>): JSX.Element {
  const choose = (value: string) => {
    const option = props.options.find((each) => each.value === value)
    if (option) props.onChange(option.value)
  }
  return (
    <DropdownMenu.RadioGroup value={props.value} onChange={choose}>
      <DropdownMenu.GroupLabel class="menu-group">{props.label}</DropdownMenu.GroupLabel>
      <For each={props.options}>
        {(option) => (
          <DropdownMenu.RadioItem class="menu-item" value={option.value} closeOnSelect={false}>
            <span class="menu-mark">
              <Show when={option.icon}>{(icon) => <Dynamic component={icon()} size={15} />}</Show>
            </span>
            {option.label}
            <DropdownMenu.ItemIndicator class="menu-chosen">
              <Check size={14} />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        )}
      </For>
    </DropdownMenu.RadioGroup>
  )
}

export function MenuSeparator(): JSX.Element {
  return <DropdownMenu.Separator class="menu-separator" />
}

/** Who or what the menu is about; not an item. */
export function MenuLabel(props: { readonly title: string; readonly detail: string }): JSX.Element {
  return (
    <div class="menu-label" role="presentation">
      <strong>{props.title}</strong>
      <span>{props.detail}</span>
    </div>
  )
}
