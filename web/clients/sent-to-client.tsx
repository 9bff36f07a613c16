import './client-appointments.css'
import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'

/** The way to what was sent to the client, and what is to come. */
export function SentToClient(props: { readonly clientId: string }): JSX.Element {
  const path = () => `/messages?client=${props.clientId}`
  return (
    <section class="panel-section visits-messages">
      <h3>Messages</h3>
      <p>
        <A href={path()}>What was sent</A> · <A href={`${path()}&view=due`}>What is to come</A>
      </p>
    </section>
  )
}
