import { createUniqueId, type JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { showFailure } from '../ui/show-failure.ts'
import type { Form } from './create-form.ts'
import { FormNotices } from './form-notices.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import './form.css'

interface RecordPanelProps<Values extends object & { readonly version: number }> {
  readonly title: string
  readonly form: Form<Values>
  readonly saveLabel: string
  readonly onClose: () => void
  /** The record as it is kept now, after somebody else changed it. */
  readonly latest: () => Promise<Values | undefined>
  readonly actions?: JSX.Element
  readonly children: JSX.Element
  /** Beneath the form, not part of it. */
  readonly below?: JSX.Element
}

/** A form in a panel: saving, refusals at their fields, others' changes, and no entry lost by leaving. */
export function RecordPanel<Values extends object & { readonly version: number }>(
  props: RecordPanelProps<Values>,
): JSX.Element {
  const formId = createUniqueId()
  let element: HTMLFormElement | undefined

  const save = async () => {
    await props.form.submit()
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const withLatest = async (use: (latest: Values) => void | Promise<void>) => {
    try {
      const latest = await props.latest()
      if (latest) await use(latest)
      else props.onClose()
    } catch (reason) {
      showFailure(reason)
    }
  }
  return (
    <Panel
      title={props.title}
      onClose={props.onClose}
      actions={props.actions}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={props.form.busy()}>
            {props.saveLabel}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FormNotices
          form={props.form}
          onTakeTheirs={() => withLatest(props.form.reset)}
          onKeepMine={() =>
            withLatest((latest) => {
              props.form.set('version', latest.version)
              return save()
            })
          }
        />
        {props.children}
      </form>
      {props.below}
      <LeaveDialog isDirty={props.form.isDirty} />
    </Panel>
  )
}
