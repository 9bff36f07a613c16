import { For, Show } from 'solid-js'
import type { DetailsView } from '../../../domain/public-booking.ts'
import { carried } from './booking-links.ts'
import type { BookingReading } from './booking-times.ts'
import { Consent, WhoFields } from './field.tsx'
import { HeldCard } from './held-card.tsx'
import { Question } from './question.tsx'
import { WrongNote } from './wrong-note.tsx'

export type DetailsProps = BookingReading & { readonly view: DetailsView }

/** Who comes: what was refused stays as it was typed, and says what is wrong where it is. */
export function DetailsForm(props: DetailsProps) {
  const { page, view, words } = props
  const { choice } = page
  const at = `${page.base}/hold/${view.key}`
  return (
    <>
      <h1>{words.details}</h1>
      <div class="columns">
        <div class="aside">
          <HeldCard {...props} isCounted />
          <form method="post" action={`${at}/release`}>
            <For each={carried(choice)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
            <button class="plain" type="submit">
              {words.giveBack}
            </button>
          </form>
        </div>
        <form class="card form" method="post" action={at} novalidate>
          <For each={carried(choice)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
          <Show when={view.wrong}>
            {(wrong) => <WrongNote title={words.wrongTitle} wrong={wrongIn(props, wrong())} />}
          </Show>
          <WhoFields
            {...props}
            emailHint={view.confirmsEmail ? words.emailProofHint : words.emailHint}
            phoneHint={words.phoneHint}
          />
          <For each={view.questions}>{(question) => <Question {...props} question={question} />}</For>
          <Show when={view.policy}>
            <section class="small">
              <h2>{words.policy}</h2>
              <p class="lines">{view.policy}</p>
            </section>
          </Show>
          <Show when={view.consent}>
            <Consent {...props} />
          </Show>
          <button class="main" type="submit">
            {view.confirmsEmail ? words.bookProof : words.book}
          </button>
        </form>
      </div>
    </>
  )
}

function wrongIn({ view, words }: DetailsProps, { fields, questions }: NonNullable<DetailsView['wrong']>) {
  return [
    { id: 'name', label: words.yourName },
    { id: 'email', label: words.email },
    { id: 'phone', label: words.phone },
    ...view.questions.map(({ id, label }) => ({ id: `answer.${id}`, label })),
    { id: 'consent', label: words.consent },
  ].filter(({ id }) => [...fields, ...questions.map((each) => `answer.${each}`)].includes(id))
}
