import './online-booking-page.css'
import { createSignal, For, type JSX, Match, Show, Switch, untrack } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { OnlineBookingDocument, type OnlineBookingQuery, type TypeAskedFragment } from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { IntakePanel } from './intake-panel.tsx'
import { OnlineBookingForm } from './online-booking-form.tsx'

/** How people from outside book: who is shown, what is asked of them, and where they find it. */
export default function OnlineBookingPage(): JSX.Element {
  useTitle(() => 'Online booking')
  const answer = createAnswer(OnlineBookingDocument, () => ({}))
  return (
    <>
      <TopBar title="Online booking" />
      <Switch fallback={<Skeleton lines={9} />}>
        <Match when={answer.data()}>{(data) => <Sections data={data()} onReload={answer.again} />}</Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
      </Switch>
    </>
  )
}

interface SectionsProps {
  readonly data: OnlineBookingQuery
  readonly onReload: () => Promise<void>
}

/** The questions of a type are asked beside all the rest. */
function Sections(props: SectionsProps): JSX.Element {
  const [openId, setOpenId] = createSignal<string>()
  const types = () => props.data.appointmentTypes.filter((each) => each.online)
  const open = () => untrack(types).find((each) => each.id === openId())
  return (
    <Split
      panel={
        <Show when={open()} keyed>
          {(type) => <IntakePanel type={type} onSaved={props.onReload} onClose={() => setOpenId(undefined)} />}
        </Show>
      }
    >
      <div class="online-booking">
        <OnlineBookingForm
          settings={props.data.bookingSettings}
          therapists={props.data.therapists}
          onReload={props.onReload}
        />
        <Questions types={types()} onOpen={setOpenId} />
        <Addresses slug={props.data.clinic.slug} />
      </div>
    </Split>
  )
}

interface QuestionsProps {
  readonly types: readonly TypeAskedFragment[]
  readonly onOpen: (id: string) => void
}

function Questions(props: QuestionsProps): JSX.Element {
  return (
    <section class="online-booking-section" aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      <p class="field-hint">What is asked besides name, e-mail and phone. The answers are kept with the appointment.</p>
      <Show
        when={props.types.length > 0}
        fallback={<p>No appointment type can be booked online yet. Allow it under Appointment types.</p>}
      >
        <ul class="online-booking-types">
          <For each={props.types}>
            {(type) => (
              <li>
                <span>{type.name}</span>
                <Button kind="quiet" onClick={() => props.onOpen(type.id)}>
                  {countOf(type.intakeQuestions.length)}
                  <span class="aside"> of {type.name}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function countOf(count: number): string {
  if (count === 0) return 'Add questions'
  return count === 1 ? '1 question' : `${count} questions`
}

/** Where people find it, and how it comes into the clinic's own site. */
function Addresses(props: { readonly slug: string }): JSX.Element {
  const address = () => `${location.origin}/book/${props.slug}`
  return (
    <section class="online-booking-section" aria-labelledby="addresses">
      <h2 id="addresses">Where people book</h2>
      <CopyField
        label="Address"
        hint="Add a therapist's name, like /dr-chen, for a page of one therapist."
        value={address()}
      />
      <p>
        <a href={address()} target="_blank" rel="noopener">
          See the page
        </a>
      </p>
      <CopyField
        label="In your own site, as a script"
        hint="Your site must be among those above."
        value={`<script src="${location.origin}/embed.js" data-clinic="${props.slug}" async></script>`}
      />
      <CopyField
        label="In your own site, as a frame"
        value={`<iframe src="${address()}?embed=1" title="Book an appointment" style="width:100%;height:900px;border:0"></iframe>`}
      />
    </section>
  )
}
