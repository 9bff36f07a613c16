import { For, Show } from 'solid-js'
import type { EventView, PublicSession, RegistrationForm } from '../../domain/public-page.ts'
import { eventAt, type Reading } from './reading.ts'
import { dayInWords, startInWords } from './times.ts'
import type { PageWords } from './words/page-words.ts'

interface SheetProps extends Reading {
  readonly view: EventView
  readonly form: RegistrationForm
}

/** What the form is for, in as few words as stand on its button. */
export function inviting({ asks, isFull }: RegistrationForm, words: PageWords): string {
  if (asks) return words.ask
  return isFull ? words.joinLine : words.register
}

/** By which one takes a place or one in line, or asks to join, without script. */
export function RegistrationSheet(props: SheetProps) {
  const { form, view, words } = props
  const [only, ...others] = form.sessions
  const typed = (name: string) => form.typed[name]
  return (
    <form
      class="sheet"
      id="register"
      method="post"
      action={`${eventAt(props, view.slug)}/${form.asks ? 'join' : 'register'}#register`}
    >
      <h2>{inviting(form, words)}</h2>
      <Show when={form.asks || form.isFull}>
        <p class="quiet">{form.asks ? words.askHint : words.lineHint}</p>
      </Show>
      <Show when={form.refusal}>
        {(refusal) => (
          <p class="refusal" role="alert">
            {words.refusal(refusal().code, refusal().message)}
          </p>
        )}
      </Show>
      <Show when={only && others.length === 0}>
        <input type="hidden" name="session" value={only?.id} />
      </Show>
      <Show when={others.length > 0}>
        <label>
          {words.whichDate}
          <select name="session">
            <For each={form.sessions}>
              {(session) => (
                <option value={session.id} selected={session.id === typed('session')}>
                  {dateInOption(session, props)}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <label>
        {words.name}
        <input name="name" value={typed('name') ?? ''} required maxlength="200" autocomplete="name" />
      </label>
      <label>
        {words.email}
        <input type="email" name="email" value={typed('email') ?? ''} required maxlength="320" autocomplete="email" />
      </label>
      <label>
        {words.phone}
        <input type="tel" name="phone" value={typed('phone') ?? ''} maxlength="30" autocomplete="tel" />
      </label>
      <Show
        when={form.asks}
        fallback={
          <label>
            {words.howMany}
            <input type="number" name="places" value={typed('places') ?? '1'} min="1" max="10" required />
          </label>
        }
      >
        <label>
          {words.note}
          <textarea name="note" rows="4" maxlength="2000">
            {typed('note')}
          </textarea>
        </label>
      </Show>
      <button type="submit">{inviting(form, words)}</button>
    </form>
  )
}

function dateInOption(session: PublicSession, { now, words }: Reading): string {
  const day = dayInWords(session, words.locale, now)
  const full = session.placesLeft === 0 ? ` (${words.full})` : ''
  return `${day}, ${startInWords(session, words.locale)}${full}`
}
