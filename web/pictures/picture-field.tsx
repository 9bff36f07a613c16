import './picture-field.css'
import ImagePlus from 'lucide-solid/icons/image-plus'
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type Picture, withAlt } from './picture.ts'
import { readPicture } from './read-picture.ts'

interface PictureFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: Picture | undefined
  readonly problem: string | undefined
  /** Whether it says something that those who do not see it should be told. */
  readonly tells: boolean
  readonly onChange: (picture: Picture | undefined) => void
}

/** A picture that is chosen, seen as it will be, put into words and removed. It is kept with the rest of the form. */
export function PictureField(props: PictureFieldProps): JSX.Element {
  const id = createUniqueId()
  const [isReading, setReading] = createSignal(false)
  const [isNone, setNone] = createSignal(false)
  let input!: HTMLInputElement

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    setReading(true)
    const picture = await readPicture(file)
    setReading(false)
    setNone(!picture)
    input.value = ''
    if (picture) props.onChange(picture)
  }
  const problem = () => (isNone() ? 'This is no picture that can be shown. Choose a PNG, JPEG or WebP.' : props.problem)

  return (
    <fieldset class="picture-field" aria-describedby={`${id}-hint`}>
      <legend class="field-label">{props.label}</legend>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        aria-label={props.label}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <Show when={props.value}>
        {(picture) => (
          <img
            class="picture-shown"
            classList={{ logo: !props.tells }}
            src={picture().source}
            width={picture().width}
            height={picture().height}
            alt={picture().alt}
          />
        )}
      </Show>
      <div class="picture-actions">
        <Button icon={ImagePlus} busy={isReading()} onClick={() => input.click()}>
          {props.value ? 'Choose another' : 'Choose a picture'}
        </Button>
        <Show when={props.value}>
          <Button kind="quiet" onClick={() => props.onChange(undefined)}>
            Remove
          </Button>
        </Show>
      </div>
      <p class="field-hint" id={`${id}-hint`}>
        {props.hint}
      </p>
      <FieldProblem text={problem()} />
      <Show when={props.tells && props.value}>
        {(picture) => (
          <TextField
            label="What the picture shows"
            hint="Read to those who do not see it."
            value={picture().alt}
            onInput={(alt) => props.onChange(withAlt(picture(), alt))}
          />
        )}
      </Show>
    </fieldset>
  )
}
