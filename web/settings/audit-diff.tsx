import { For, type JSX, Show } from 'solid-js'
import { timeInWords } from '../session/when.ts'
import { fieldWords } from './audit-words.ts'
import { diffOf } from './diff.ts'

interface AuditDiffProps {
  /** JSON, or null where there was nothing before. */
  readonly before: string | null
  readonly after: string | null
}

const BOOKKEEPING = ['id', 'version']

/** What changed: each field with what it was and what it became. Shut at first, since most look only for who and when. */
export function AuditDiff(props: AuditDiffProps): JSX.Element {
  const fields = () => diffOf(props.before, props.after).filter((field) => !BOOKKEEPING.includes(field.name))
  return (
    <Show when={fields().length > 0}>
      <details class="audit-diff">
        <summary>
          {fields()
            .map((field) => fieldWords(field.name))
            .join(', ')}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            <For each={fields()}>
              {(field) => (
                <tr>
                  <th scope="row">{fieldWords(field.name)}</th>
                  <td>
                    <Show when={inWords(field.name, field.before)} fallback="–">
                      {(text) => <del>{text()}</del>}
                    </Show>
                  </td>
                  <td>
                    <Show when={inWords(field.name, field.after)} fallback="–">
                      {(text) => <ins>{text()}</ins>}
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </Show>
  )
}

function inWords(field: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'number' && field.endsWith('At')) return timeInWords(new Date(value).toISOString())
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
