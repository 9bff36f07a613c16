import './plan-list.css'
import { A } from '@solidjs/router'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { formatDate, localDateOf } from '../../domain/zone.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { showPhone } from '../clients/phone.ts'
import { viewer } from '../session/session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { choiceInWords, groupedChoices } from './choice-words.ts'
import type { Plan } from './create-plan.ts'
import type { Sending } from './create-sending.ts'
import { timesInWords } from './leave-words.ts'
import { pickedOf, type Step } from './plan.ts'
import { summaryOf } from './plan-summary.ts'
import { SessionsThen } from './sessions-then.tsx'

interface PlanListProps {
  readonly plan: Plan
  readonly sending: Sending
  /** Each name leads to its day, where it can be dealt with by itself. */
  readonly leads?: boolean
}

/** The appointments that stand on the time off, each with what is to become of it. */
export function PlanList(props: PlanListProps): JSX.Element {
  const { plan } = props
  const summary = () => {
    const steps = plan.steps()
    return steps && !plan.failure() ? summaryOf(steps, plan.picks()) : ''
  }
  return (
    <section class="plan" aria-label="Appointments then" aria-busy={plan.loading()}>
      <h3>Appointments then</h3>
      {/* Its place exists before it speaks, so that it is read aloud. */}
      <p class="plan-summary" role="status">
        {summary()}
      </p>
      <Show when={plan.changes().words.length > 0}>
        <Notice tone="warning">
          <p>Others changed something meanwhile. Look at it once more:</p>
          <ul class="plan-changes">
            <For each={plan.changes().words}>{(words) => <li>{words}</li>}</For>
          </ul>
        </Notice>
      </Show>
      <Switch fallback={<p class="plan-none">Listed here once it is said when.</p>}>
        <Match when={plan.failure()}>
          {(failure) => (
            <Notice tone="danger">
              <p>
                {wordsOfFailure(failure()).what}. {wordsOfFailure(failure()).next}
              </p>
              <Button onClick={() => void plan.again()}>Try again</Button>
            </Notice>
          )}
        </Match>
        <Match when={!plan.steps() && plan.loading()}>
          <Skeleton lines={4} />
        </Match>
        <Match when={plan.steps()?.length === 0}>
          <p class="plan-none">
            <CalendarCheck size={16} />
            No appointment has to be moved.
          </p>
        </Match>
        <Match when={plan.steps()}>
          {(steps) => (
            <ul class="plan-steps">
              <For each={steps()}>{(step) => <PlanStep {...props} step={step} />}</For>
            </ul>
          )}
        </Match>
      </Switch>
      <SessionsThen question={plan.asked()} />
    </section>
  )
}

function PlanStep(props: PlanListProps & { readonly step: Step }): JSX.Element {
  const { zone } = viewer().clinic
  const its = () => props.step.affected
  const picked = () => pickedOf(props.step, props.plan.picks())
  const trouble = () => props.sending.refusals().get(its().id) ?? props.plan.clashes().get(its().id)
  const when = () => `${formatDate(its().startsAt, zone)}, ${timesInWords(its(), zone)}`
  return (
    <li class="plan-step" classList={{ changed: props.plan.changes().changed.has(its().id) }}>
      <p class="plan-who">
        <HueMark hue={its().hue} />
        <Show when={props.leads} fallback={<b>{its().clientName}</b>}>
          <A href={`/calendar/${localDateOf(its().startsAt, zone)}?open=${its().id}`}>{its().clientName}</A>
        </Show>
        <Show when={props.plan.changes().changed.has(its().id)}>
          <Badge tone="warning">Changed</Badge>
        </Show>
      </p>
      <p class="plan-what">
        <time dateTime={new Date(its().startsAt).toISOString()}>{when()}</time>
        {' · '}
        {[its().typeName, its().roomName].filter(Boolean).join(' · ')}
      </p>
      <StepChoice {...props} label={`${its().clientName}, ${when()}: what becomes of it`} />
      <Show when={picked().kind === 'CANCEL' && its().phone}>
        {(phone) => (
          <p class="plan-what">
            Call <a href={`tel:${phone()}`}>{showPhone(phone())}</a>
          </p>
        )}
      </Show>
      <Show when={!picked().place && picked().key === props.step.proposed && props.step.why}>
        {(why) => <p class="plan-what">{why()}</p>}
      </Show>
      <Show when={trouble()}>
        <p class="plan-trouble">
          <TriangleAlert size={14} />
          {trouble()}
        </p>
      </Show>
    </li>
  )
}

function StepChoice(props: PlanListProps & { readonly step: Step; readonly label: string }): JSX.Element {
  const { zone } = viewer().clinic
  const picked = () => pickedOf(props.step, props.plan.picks())
  return (
    <span class="select">
      <select
        class="control plan-choice"
        aria-label={props.label}
        onChange={(event) => {
          props.plan.pick(props.step.affected.id, event.currentTarget.value)
          props.sending.forgetStep(props.step.affected.id)
        }}
      >
        <For each={groupedChoices(props.step)}>
          {(group) => (
            <optgroup label={group.label}>
              <For each={group.choices}>
                {(choice) => (
                  <option value={choice.key} selected={choice.key === picked().key}>
                    {choiceInWords(props.step, choice, zone)}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
      <ChevronDown size={14} />
    </span>
  )
}
