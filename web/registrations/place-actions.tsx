import Check from 'lucide-solid/icons/check'
import HandHeart from 'lucide-solid/icons/hand-heart'
import { type JSX, Match, Switch } from 'solid-js'
import { send } from '../api/client.ts'
import { runChange } from '../form/run-change.ts'
import {
  AcceptPlaceAtDeskDocument,
  MoveUpRegistrationDocument,
  type RegistrationLineFragment,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'

interface PlaceActionsProps {
  readonly line: RegistrationLineFragment
  readonly onChanged: () => void
}

/** Giving a place by hand to who waits for one, or taking down a yes to one that was offered. */
export function PlaceActions(props: PlaceActionsProps): JSX.Element {
  const done = (text: string) => () => {
    showToast({ text })
    props.onChanged()
  }
  const moveUp = (atOnce: boolean) => {
    const { id, name, version: expectedVersion } = props.line
    const input = { id, expectedVersion, atOnce }
    return runChange({
      send: async (clientMutationId) =>
        (await send(MoveUpRegistrationDocument, { input: { ...input, clientMutationId } })).moveUpRegistration,
      done: done(atOnce ? `${name} has a place.` : `A place is offered to ${name}.`),
    })
  }
  const accept = () => {
    const { id, name, version: expectedVersion } = props.line
    return runChange({
      send: async (clientMutationId) =>
        (await send(AcceptPlaceAtDeskDocument, { input: { id, expectedVersion, clientMutationId } })).acceptPlace,
      done: done(`${name} has a place.`),
    })
  }
  return (
    <Switch>
      <Match when={props.line.status === 'OFFERED'}>
        <Button icon={Check} onClick={() => void accept()}>
          Says yes
        </Button>
      </Match>
      <Match when={props.line.status === 'WAITLISTED'}>
        <Button icon={HandHeart} onClick={() => void moveUp(false)}>
          Offer a place
        </Button>
        <Button icon={Check} onClick={() => void moveUp(true)}>
          Give a place at once
        </Button>
      </Match>
    </Switch>
  )
}
