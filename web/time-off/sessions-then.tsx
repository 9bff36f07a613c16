import './plan-list.css'
import { A } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import { formatDate, localDateOf } from '../../domain/zone.ts'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { Card } from '../calendar/store/book.ts'
import { addressOf } from '../event-sessions/opened.ts'
import { viewer } from '../session/session.ts'
import { HueMark } from '../ui/hue-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { timesInWords } from './leave-words.ts'
import type { PlanQuestion } from './read-plan.ts'
import { readSessionsThen } from './read-sessions-then.ts'

/** The groups and classes that stand on the time off: no plan moves them, since others run and come to them too. */
export function SessionsThen(props: { readonly question: PlanQuestion | undefined }): JSX.Element {
  const { zone } = viewer().clinic
  const [sessions, setSessions] = createSignal<readonly Card[]>([])
  const [failure, setFailure] = createSignal<RequestFailed>()
  let latest = 0

  async function read(question: PlanQuestion | undefined): Promise<void> {
    const mine = ++latest
    try {
      const found = question ? await readSessionsThen(question, Date.now()) : []
      if (mine !== latest) return
      setSessions(found)
      setFailure(undefined)
    } catch (reason) {
      if (mine === latest) setFailure(asFailure(reason))
    }
  }
  createEffect(
    on(
      () => props.question,
      (question) => void read(question),
    ),
  )

  return (
    <Show when={sessions().length > 0 || failure()}>
      <section class="plan" aria-label="Sessions then">
        <h3>Sessions then</h3>
        <Show when={failure()}>
          {(failed) => <Notice tone="danger">{wordsOfFailure(failed()).what}: sessions are not known.</Notice>}
        </Show>
        <Show when={sessions().length > 0}>
          <p>They stay until somebody moves or cancels them.</p>
        </Show>
        <ul class="plan-steps">
          <For each={sessions()}>
            {(card) => (
              <li class="plan-step">
                <p class="plan-who">
                  <HueMark hue={card.hue} />
                  <A href={`/calendar/${localDateOf(card.startsAt, zone)}?open=${addressOf(card)}`}>
                    {card.clientName}
                  </A>
                </p>
                <p class="plan-what">
                  {formatDate(card.startsAt, zone)}, {timesInWords(card, zone)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
