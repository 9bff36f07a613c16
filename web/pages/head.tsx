import { Show } from 'solid-js'
import type { PublicPage } from '../../domain/public-page.ts'
import event from './styles/event.css?inline'
import frame from './styles/frame.css?inline'
import list from './styles/list.css?inline'
import month from './styles/month.css?inline'
import narrowAndPrint from './styles/narrow-and-print.css?inline'
import sheet from './styles/sheet.css?inline'
import { monthInWords } from './times.ts'
import type { PageWords } from './words/page-words.ts'

/** What is for narrow screens and paper has the last word. */
const styles = [frame, list, month, event, sheet, narrowAndPrint].join('')

/** What search engines, and those to whom a link is sent, see of the page. */
export function Head(props: { readonly page: PublicPage; readonly words: PageWords }) {
  const { canonical, clinic, view } = props.page
  const name = clinic?.name ?? ''
  const title = titleOf(props.page, props.words)
  const description = (view.kind === 'event' ? view.excerpt : clinic?.about) || props.words.eventsOf(name)
  const shown = view.kind === 'event' ? view.image : null
  const isHidden = view.kind === 'missing' || (view.kind === 'event' && view.isPreview)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style innerHTML={styles} />
      <Show when={!isHidden} fallback={<meta name="robots" content="noindex" />}>
        <link rel="canonical" href={canonical} />
        <meta name="description" content={description} />
        <meta property="og:type" content="website" />
        <meta property="og:title" content={view.kind === 'event' ? view.title : title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={canonical} />
        <meta property="og:site_name" content={name} />
        <meta property="og:locale" content={props.words.locale.replace('-', '_')} />
        <meta name="twitter:card" content={shown ? 'summary_large_image' : 'summary'} />
      </Show>
      <Show when={!isHidden && shown}>
        {(image) => (
          <>
            <meta property="og:image" content={new URL(image().url, canonical).href} />
            <meta property="og:image:width" content={String(image().width)} />
            <meta property="og:image:height" content={String(image().height)} />
            <meta property="og:image:alt" content={image().alt} />
          </>
        )}
      </Show>
      <Show when={view.kind === 'event' && view}>
        {(event) => <script type="application/ld+json" innerHTML={asData(event().jsonLd)} />}
      </Show>
    </head>
  )
}

function titleOf({ clinic, view }: PublicPage, words: PageWords): string {
  if (view.kind === 'missing' || !clinic) return words.missingTitle
  if (view.kind === 'event') return `${view.title} · ${clinic.name}`
  const what = words.eventsOf(clinic.name)
  return view.kind === 'month' ? `${monthInWords(view.month, words.locale)} · ${what}` : what
}

/** JSON that cannot end the element it stands in. */
function asData(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
