import '../shell/lone-page.css'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { signIn } from '../session/auth.ts'
import { loadSession, session } from '../session/session.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lockedWords } from './locked-words.ts'
import { safePath } from './safe-path.ts'
import { Wordmark } from './wordmark.tsx'

export default function SignInPage(): JSX.Element {
  useTitle(() => 'Sign in')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()

  const enter = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await signIn(email().trim(), password())
      if (answer.kind === 'done') {
        await loadSession()
        if (session().kind === 'signed-in') navigate(safePath(search.return), { replace: true })
        else setProblem('You were signed in, but the session was not kept. Does this browser refuse cookies?')
      } else setProblem(answer.kind === 'locked' ? lockedWords(answer.minutes) : answer.message)
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
        <h1>Sign in</h1>
        <div role="alert">
          <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        </div>
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autocomplete="username"
          required
          autofocus
          value={email()}
          onInput={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={setPassword}
        />
        <Button kind="primary" type="submit" busy={busy()}>
          Sign in
        </Button>
        <p class="lone-note">
          No sign-in yet, or the password is lost? Ask an administrator of your clinic for a link.
        </p>
      </form>
    </main>
  )
}
