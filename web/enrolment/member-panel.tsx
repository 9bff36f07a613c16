import '../ui/facts.css'
import '../events/events.css'
import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import type { GroupMemberLineFragment } from '../generated/graphql.ts'
import { dayWords, timeInWords } from '../session/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { MemberActions } from './member-actions.tsx'
import { attendedInWords, memberMarks } from './member-words.ts'

interface MemberPanelProps {
  readonly member: GroupMemberLineFragment
  readonly mayChange: boolean
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One client in a group or on the way into it: how it came about, and what may become of it. */
export function MemberPanel(props: MemberPanelProps): JSX.Element {
  const its = () => props.member
  const mark = () => memberMarks[its().status]
  return (
    <Panel
      title={its().client.name}
      onClose={props.onClose}
      actions={
        <Badge icon={mark().icon} tone={mark().tone}>
          {mark().word}
        </Badge>
      }
    >
      <Show when={props.mayChange}>
        <MemberActions member={its()} onChanged={props.onChanged} />
      </Show>
      <dl class="facts">
        <Fact head="Asked">{timeInWords(its().askedAt)}</Fact>
        <Fact head="Screened">{screenedInWords(its())}</Fact>
        <Fact head="Joined">{its().joinedOn && dayWords(its().joinedOn!)}</Fact>
        <Fact head="Left">{its().exitedOn && dayWords(its().exitedOn!)}</Fact>
        <Fact head="Why">{its().exitReason}</Fact>
        <Fact head="Note">{its().note}</Fact>
        <Fact head="Attended">{attendedInWords(its())}</Fact>
        <Fact head="Phone">
          {its().client.phone && <a href={`tel:${its().client.phone}`}>{showPhone(its().client.phone)}</a>}
        </Fact>
        <Fact head="E-mail">
          {its().client.email && <a href={`mailto:${its().client.email}`}>{its().client.email}</a>}
        </Fact>
      </dl>
      <p>
        <A href={`/clients/${its().client.id}`}>Open client</A>
      </p>
    </Panel>
  )
}

/** Left out where there is nothing to say. */
function Fact(props: { readonly head: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.children}>
      {(said) => (
        <>
          <dt>{props.head}</dt>
          <dd class="figures">{said()}</dd>
        </>
      )}
    </Show>
  )
}

function screenedInWords({ screenedAt, screenedBy }: GroupMemberLineFragment): string {
  return screenedAt ? `${timeInWords(screenedAt)}${screenedBy ? `, by ${screenedBy}` : ''}` : ''
}
