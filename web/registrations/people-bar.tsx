import './people.css'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Plus from 'lucide-solid/icons/plus'
import type { JSX } from 'solid-js'
import { LiveBadge } from '../live/live-badge.tsx'
import { viewer } from '../session/session.ts'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { Button, IconButton } from '../ui/button.tsx'

export function BackButton(props: { readonly onBack: () => void }): JSX.Element {
  return <IconButton icon={ArrowLeft} label="Back to the event" onClick={props.onBack} />
}

interface PeopleBarProps {
  readonly title: string
  readonly onBack: () => void
  readonly children?: JSX.Element
}

/** The strip above those who come to an event. */
export function PeopleBar(props: PeopleBarProps): JSX.Element {
  return (
    <TopBar>
      <BackButton onBack={props.onBack} />
      <h1 class="top-bar-title people-title">{props.title}</h1>
      <TopBarGap />
      <LiveBadge zone={viewer().clinic.zone} />
      {props.children}
    </TopBar>
  )
}

interface AddButtonProps {
  /** `Register somebody`; where there is little room only its icon is seen. */
  readonly label: string
  readonly onAdd: () => void
}

export function AddButton(props: AddButtonProps): JSX.Element {
  return (
    <Button kind="primary" icon={Plus} onClick={props.onAdd}>
      <span class="people-add">{props.label}</span>
    </Button>
  )
}
