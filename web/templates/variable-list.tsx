import './variable-list.css'
import { createUniqueId, For, type JSX } from 'solid-js'
import type { MessageVariablesQuery } from '../generated/graphql.ts'

export type Variable = MessageVariablesQuery['messageVariables'][number]

interface VariableListProps {
  readonly variables: readonly Variable[]
  readonly onInsert: (text: string) => void
}

/** What a template may say about the appointment; one press writes it where the cursor is. */
export function VariableList(props: VariableListProps): JSX.Element {
  const values = () => props.variables.filter((each) => !isCondition(each))
  const conditions = () => props.variables.filter(isCondition)
  return (
    <>
      <Variables title="Insert" variables={values()} onInsert={({ name }) => props.onInsert(`{{${name}}}`)} />
      <Variables
        title="Insert words that are there only if"
        variables={conditions()}
        onInsert={({ name }) => props.onInsert(`{{#${name}}}…{{/${name}}}`)}
      />
    </>
  )
}

interface VariablesProps {
  readonly title: string
  readonly variables: readonly Variable[]
  readonly onInsert: (variable: Variable) => void
}

function Variables(props: VariablesProps): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="variables" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul>
        <For each={props.variables}>
          {(variable) => (
            <li>
              <button type="button" class="variable" title={hintOf(variable)} onClick={() => props.onInsert(variable)}>
                {variable.name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function hintOf({ description, example }: Variable): string {
  return example ? `${description} For example: ${example}` : description
}

function isCondition({ name }: Variable): boolean {
  return name.startsWith('has')
}
