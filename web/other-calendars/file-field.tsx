import './file-field.css'
import FileUp from 'lucide-solid/icons/file-up'
import { createSignal, type JSX, Show } from 'solid-js'
import { Field } from '../ui/field.tsx'

export interface ChosenFile {
  readonly name: string
  readonly text: string
  /** Why it cannot be sent. */
  readonly problem: string | undefined
}

interface FileFieldProps {
  readonly file: ChosenFile | undefined
  readonly problem: string | undefined
  readonly onChoose: (file: ChosenFile) => void
}

/** What one request can carry. */
const MOST_BYTES = 900_000

/** An .ics file, dropped here or chosen: the browser's own field lies over all of it and takes both. */
export function FileField(props: FileFieldProps): JSX.Element {
  const [isOver, setOver] = createSignal(false)
  const take = async (files: FileList | null) => {
    setOver(false)
    const [file] = files ?? []
    if (file) props.onChoose(await readChosen(file))
  }
  return (
    <Field label="File" hint="An .ics file, as that calendar exports it." problem={props.problem} required>
      {(control) => (
        <div class="file-drop" classList={{ over: isOver() }}>
          <FileUp size={18} aria-hidden="true" />
          <Show
            when={props.file}
            fallback={
              <span>
                Drop it here, or <b>choose it</b>
              </span>
            }
          >
            {(file) => <b>{file().name}</b>}
          </Show>
          <input
            {...control}
            type="file"
            accept=".ics,text/calendar"
            onDragEnter={() => setOver(true)}
            onDragLeave={() => setOver(false)}
            onChange={(event) => void take(event.currentTarget.files)}
          />
        </div>
      )}
    </Field>
  )
}

async function readChosen(file: File): Promise<ChosenFile> {
  if (file.size > MOST_BYTES)
    return { name: file.name, text: '', problem: 'It is larger than 0.9 MB: add the calendar by its address.' }
  return { name: file.name, text: await file.text(), problem: undefined }
}
