import { For, Match, Show, Switch } from 'solid-js'
import type { IntakeQuestion } from '../../../domain/intake.ts'
import type { DetailsProps } from './details-form.tsx'

/** Something that the clinic asks of whoever books this type. */
export function Question(props: DetailsProps & { readonly question: IntakeQuestion }) {
  const { question, view, words } = props
  const name = `answer.${question.id}`
  const isWrong = view.wrong?.questions.includes(question.id) ?? false
  const typed = view.typed[name] ?? ''
  const described = {
    id: name,
    name,
    required: question.required,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${name}-wrong` : undefined,
  }
  const label = (
    <label for={name}>
      {question.label}
      <Show when={!question.required}>
        <span class="quiet"> · {words.optional}</span>
      </Show>
    </label>
  )
  return (
    <div class="field">
      <Switch
        fallback={
          <>
            {label}
            <input {...described} type="text" value={typed} maxlength="200" />
          </>
        }
      >
        <Match when={question.kind === 'long'}>
          {label}
          <textarea {...described} rows="3" maxlength="2000">
            {typed}
          </textarea>
        </Match>
        <Match when={question.kind === 'choice'}>
          {label}
          <select {...described}>
            <option value="">{words.choose}</option>
            <For each={question.choices}>
              {(choice) => (
                <option value={choice} selected={choice === typed}>
                  {choice}
                </option>
              )}
            </For>
          </select>
        </Match>
        <Match when={question.kind === 'yes'}>
          <label class="check">
            <input {...described} type="checkbox" value="yes" checked={typed === 'yes'} />
            {question.label}
          </label>
        </Match>
      </Switch>
      <Show when={isWrong}>
        <p id={`${name}-wrong`} class="wrong">
          {words.wrongAnswer}
        </p>
      </Show>
    </div>
  )
}
