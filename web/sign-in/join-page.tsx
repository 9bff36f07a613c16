import '../shell/lone-page.css'
import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { passwordProblem, SHORTEST_PASSWORD } from '../../domain/password.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { join } from '../session/auth.ts'
import { loadSession } from '../session/session.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lockedWords } from './locked-words.ts'
import { Wordmark } from './wordmark.tsx'

/** Where the link of a new member leads: choose a password, and be signed in. */
export default function JoinPage(): JSX.Element {
  useTitle(() => 'Choose a password')
  const navigate = useNavigate()
  const params = useParams<{ token: string }>()
  const [password, setPassword] = createSignal('')
  const [unfit, setUnfit] = createSignal<string>()
  const [problem, setProblem] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)

  const enter = async () => {
    setProblem(undefined)
    setUnfit(passwordProblem(password(), ''))
    if (unfit()) return
    setBusy(true)
    try {
      const answer = await join(params.token, password())
      if (answer.kind === 'locked') setProblem(lockedWords(answer.minutes))
      else if (answer.kind === 'refused') (answer.field === 'password' ? setUnfit : setProblem)(answer.message)
      else {
        await loadSession()
        navigate('/', { replace: true })
      }
    } catch (reason) {
      const words = wordsOfFailure(asFailure(reason))
      setProblem(`${words.what}. ${words.next}`)
    } finally {
      setBusy(false)
    }
  }

  return (
    <main class="lone-page">
      <form
        class="lone-card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy()) void enter()
        }}
      >
        <Wordmark />
        <h1>Choose a password</h1>
        <p>With it and your e-mail address you sign in from now on.</p>
        <div role="alert">
          <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        </div>
        <TextField
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. A few words in a row are good.`}
          type="password"
          autocomplete="new-password"
          required
          autofocus
          value={password()}
          problem={unfit()}
          onInput={(text) => {
            setPassword(text)
            setUnfit(undefined)
          }}
        />
        <Button kind="primary" type="submit" busy={busy()}>
          Set password and sign in
        </Button>
      </form>
    </main>
  )
}
