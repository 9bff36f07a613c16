import { createSignal } from 'solid-js'

export type Theme = 'system' | 'light' | 'dark'

const key = 'daybook.theme'
const [theme, setThemeSignal] = createSignal<Theme>(shownTheme())

export { theme }

export function setTheme(chosen: Theme): void {
  setThemeSignal(chosen)
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  try {
    if (chosen === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, chosen)
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

/** What theme.js has set before the first paint. */
function shownTheme(): Theme {
  const set = document.documentElement.dataset.theme
  return set === 'light' || set === 'dark' ? set : 'system'
}
