import { renderToString } from 'solid-js/web'
import type { PublicPage } from '../../domain/public-page.ts'
import { Document } from './document.tsx'

/** The page as HTML that needs no script. */
export function render(page: PublicPage): string {
  return `<!doctype html>${renderToString(() => <Document page={page} />)}`
}
