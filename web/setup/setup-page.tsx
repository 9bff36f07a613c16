import '../shell/lone-page.css'
import { useNavigate, useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { passwordProblem, SHORTEST_PASSWORD } from '../../domain/password.ts'
import { slugOf } from '../../domain/slug.ts'
import { createForm } from '../form/create-form.ts'
import { emailProblem } from '../form/email.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { loadSession } from '../session/session.ts'
import { useTitle } from '../shell/use-title.ts'
import { Wordmark } from '../sign-in/wordmark.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type SetupEntries, setUp } from './set-up.ts'
import { zoneOfBrowser, zoneOptions } from './zones.ts'

const blank: SetupEntries = { clinicName: '', slug: '', zone: zoneOfBrowser(), name: '', email: '', password: '' }

/** Where the link leads that a program without a clinic prints: the clinic, and who administers it. */
export default function SetupPage(): JSX.Element {
  useTitle(() => 'Set up your clinic')
  const navigate = useNavigate()
  const params = useParams<{ token: string }>()
  const zones = zoneOptions()
  const form = createForm({
    initial: blank,
    check: checkSetup,
    send: (entries) => setUp(params.token, entries),
    done: () => void loadSession().then(() => navigate('/', { replace: true })),
  })
  const entry = (key: keyof SetupEntries) => ({
    get value() {
      return form.values[key]
    },
    get problem() {
      return form.problem(key)
    },
    onInput: (text: string) => form.set(key, text),
  })

  return (
    <main class="lone-page">
      <form
        class="lone-card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <Wordmark />
        <h1>Set up your clinic</h1>
        <p>You become its administrator. The short name and the time zone stay; all else can be changed later.</p>
        <FormNotices form={form} />
        <TextField label="Name of the clinic" required autofocus autocomplete="organization" {...entry('clinicName')} />
        <TextField
          label="Short name"
          hint="Part of web addresses. Left empty, it is made from the name."
          placeholder={slugOf(form.values.clinicName)}
          autocomplete="off"
          {...entry('slug')}
        />
        <SelectField
          label="Time zone"
          required
          value={form.values.zone}
          options={zones}
          problem={form.problem('zone')}
          onChange={(zone) => form.set('zone', zone)}
        />
        <TextField label="Your name" required autocomplete="name" {...entry('name')} />
        <TextField label="Your e-mail" type="email" required autocomplete="username" {...entry('email')} />
        <TextField
          label="Password"
          hint={`At least ${SHORTEST_PASSWORD} characters. A few words in a row are good.`}
          type="password"
          required
          autocomplete="new-password"
          {...entry('password')}
        />
        <Button kind="primary" type="submit" busy={form.busy()}>
          Set up and sign in
        </Button>
      </form>
    </main>
  )
}

function checkSetup(entries: SetupEntries) {
  return {
    clinicName: entries.clinicName.trim() ? undefined : 'Write the name that clients know.',
    name: entries.name.trim() ? undefined : 'Write your name.',
    email: emailProblem(entries.email),
    password: passwordProblem(entries.password, entries.email.trim()),
  }
}
