import '@fontsource-variable/inter/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('the page has no #app')
render(() => <App />, root)
