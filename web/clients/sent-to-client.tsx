import './client-appointments.css'
import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { mayReadStray } from '../messages/may-read-stray.ts'

/** The way to what was sent to the client, and what is to come. */
export function SentToClient(props: { readonly clientId: string }): JSX.Element {
  const path = () => `/messages?client=${props.clientId}`
  return (
    <section class="panel-section visits-messages">
      <h3>Messages</h3>
      <p>
        <A href={path()}>What was sent</A> · <A href={`${path()}&view=due`}>What is to come</A>
        <Show when={mayReadStray()}>
          {' '}
          · <A href={`${path()}&view=stray`}>Texts without an appointment</A>
        </Show>
      </p>
    </section>
  )
}
