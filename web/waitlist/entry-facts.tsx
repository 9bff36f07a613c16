import { A } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import { dateInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import type { KnownEntry } from './entry-panel.tsx'
import { ScoreDialog } from './score-dialog.tsx'
import { ScoreParts } from './score-mark.tsx'
import { EntryState } from './state-mark.tsx'
import {
  endInWords,
  referralWords,
  slotInWords,
  slotTimeInWords,
  sourceWords,
  whenInWords,
  whomInWords,
} from './waitlist-words.ts'
import '../ui/facts.css'

interface EntryFactsProps {
  readonly entry: KnownEntry
  readonly mayChange: boolean
  /** Tells what would suit her, too: where no form does. */
  readonly wishes?: boolean
  readonly onChanged: () => void
}

/** What is so about an entry: what for, since when, where it stands, and the score with its parts. */
export function EntryFacts(props: EntryFactsProps): JSX.Element {
  const [sets, setSets] = createSignal(false)
  const reach = () => [showPhone(props.entry.client.phone), props.entry.client.email].filter(Boolean).join(' · ')
  return (
    <div class="entry-facts">
      <p class="entry-what">
        <HueMark hue={props.entry.type.hue} />
        {props.entry.type.name}
        <EntryState status={props.entry.status} />
      </p>
      <dl class="facts">
        <dt>Client</dt>
        <dd>
          <A href={`/clients/${props.entry.client.id}`}>{props.entry.client.name}</A>
          <Show when={reach()}>
            <br />
            {reach()}
          </Show>
        </dd>
        <dt>Waiting since</dt>
        <dd>
          {dateInWords(props.entry.createdAt)}, entered by {sourceWords[props.entry.source]}
        </dd>
        <Show when={props.entry.appointment}>
          {(given) => (
            <>
              <dt>{props.entry.endedAt === null ? 'Has now' : 'Had'}</dt>
              <dd>{slotInWords(given())}: given up for an earlier one</dd>
            </>
          )}
        </Show>
        <Show when={props.entry.status === 'EXPIRED'}>
          <dt>Expired as</dt>
          <dd>{endInWords(props.entry)}</dd>
        </Show>
        <Show when={props.entry.bookedAppointment}>
          {(booked) => (
            <>
              <dt>Booked for</dt>
              <dd>{slotTimeInWords(booked().startsAt)}</dd>
            </>
          )}
        </Show>
        <Show when={props.wishes}>
          <Wishes entry={props.entry} />
        </Show>
      </dl>
      <section class="entry-score" aria-label="Score">
        <header>
          <h3>Score {props.entry.score.total}</h3>
          <Show when={props.mayChange}>
            <Button kind="quiet" onClick={() => setSets(true)}>
              Set by hand…
            </Button>
          </Show>
        </header>
        <ScoreParts score={props.entry.score} />
      </section>
      <Show when={sets()}>
        <ScoreDialog
          entry={props.entry}
          onClose={() => setSets(false)}
          onSet={() => {
            setSets(false)
            props.onChanged()
          }}
        />
      </Show>
    </div>
  )
}

function Wishes(props: { readonly entry: KnownEntry }): JSX.Element {
  return (
    <>
      <dt>With</dt>
      <dd>{whomInWords(props.entry)}</dd>
      <dt>Can come</dt>
      <dd>{whenInWords(props.entry)}</dd>
      <Show when={props.entry.referralSource}>
        {(source) => (
          <>
            <dt>Referred by</dt>
            <dd>{referralWords[source()]}</dd>
          </>
        )}
      </Show>
      <Show when={props.entry.payer}>
        <dt>Payer</dt>
        <dd>{props.entry.payer}</dd>
      </Show>
      <Show when={props.entry.note}>
        <dt>Note</dt>
        <dd>{props.entry.note}</dd>
      </Show>
    </>
  )
}
