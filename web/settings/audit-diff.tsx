import { For, type JSX, Show } from 'solid-js'
import { diffOf } from './diff.ts'

interface AuditDiffProps {
  /** JSON, or null where there was nothing before. */
  readonly before: string | null
  readonly after: string | null
}

/** What changed: each field with what it was and what it became. Shut at first, since most look only for who and when. */
export function AuditDiff(props: AuditDiffProps): JSX.Element {
  const fields = () => diffOf(props.before, props.after)
  return (
    <Show when={fields().length > 0}>
      <details class="audit-diff">
        <summary>
          {fields()
            .map((field) => field.name)
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
                  <th scope="row">{field.name}</th>
                  <td>
                    <Show when={field.before} fallback="–">
                      <del>{field.before}</del>
                    </Show>
                  </td>
                  <td>
                    <Show when={field.after} fallback="–">
                      <ins>{field.after}</ins>
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
