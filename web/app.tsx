import { Route, Router } from '@solidjs/router'
import { type JSX, lazy } from 'solid-js'
import { Frame } from './shell/frame.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Root } from './shell/root.tsx'

const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx'))

export function App(): JSX.Element {
  return (
    <Router root={Root}>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/" component={Frame}>
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  )
}
