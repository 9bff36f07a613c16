import { createEffect } from 'solid-js'
import type { Form } from './create-form.ts'

/** What a form needs for a record of which there is only one: the settings of something. */
export interface KeptForm {
  /** For the form element. */
  readonly ref: (element: HTMLFormElement) => void
  readonly onSubmit: (event: SubmitEvent) => void
  /** Starts over from what is kept. */
  readonly reset: () => void
  readonly onTakeTheirs: () => Promise<void>
  readonly onKeepMine: () => Promise<void>
}

/** Takes over what others save as long as nothing was entered, and leads to what is wrong once it was. */
export function followKept<Values extends object & { readonly version: number }>(
  form: Form<Values>,
  kept: () => Values,
  reload: () => Promise<void>,
): KeptForm {
  let element: HTMLFormElement | undefined
  createEffect(() => {
    const fresh = kept()
    if (!form.isDirty()) form.reset(fresh)
  })
  const submit = async () => {
    await form.submit()
    const wrong = element?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    // It may have had the focus already, with what is wrong out of sight beneath it.
    wrong?.scrollIntoView({ block: 'nearest' })
  }
  const reset = () => form.reset(kept())
  return {
    ref: (made) => {
      element = made
    },
    onSubmit(event) {
      event.preventDefault()
      void submit()
    },
    reset,
    async onTakeTheirs() {
      await reload()
      reset()
    },
    async onKeepMine() {
      await reload()
      form.set('version', kept().version)
      await submit()
    },
  }
}
