import './plan-list.css'
import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { formatDate, localDateOf } from '../../domain/zone.ts'
import type { TimeOffRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { HueMark } from '../ui/hue-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { createPlan } from './create-plan.ts'
import { timesInWords } from './leave-words.ts'
import { intervalOfRow } from './time-off-list.tsx'

/** The appointments that still stand on approved time off: each leads to its day, where it can be dealt with. */
export function StillBooked(props: { readonly timeOff: TimeOffRecordFragment }): JSX.Element {
  const { zone } = viewer().clinic
  const plan = createPlan(() => ({
    resourceId: props.timeOff.resource.id,
    during: intervalOfRow(props.timeOff),
    coverTherapistId: null,
  }))
  return (
    <Show when={plan.steps()?.length}>
      {(number) => (
        <section class="plan" aria-label="Still booked then">
          <Notice tone="warning">
            {number() === 1 ? 'One appointment still stands' : `${number()} appointments still stand`} on this time off.
          </Notice>
          <ul class="plan-steps">
            <For each={plan.steps()}>
              {({ affected }) => (
                <li class="plan-step">
                  <p class="plan-who">
                    <HueMark hue={affected.hue} />
                    <A href={`/calendar/${localDateOf(affected.startsAt, zone)}?open=${affected.id}`}>
                      {affected.clientName}
                    </A>
                  </p>
                  <p class="plan-what">
                    {formatDate(affected.startsAt, zone)}, {timesInWords(affected, zone)} · {affected.typeName}
                  </p>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  )
}
