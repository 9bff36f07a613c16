/**
 * Shows a clinic's booking within the clinic's own site:
 * `<script src="https://book.example/embed.js" data-clinic="harbor" async></script>`
 */
function embed(script: HTMLScriptElement): void {
  const { clinic = '', lang, therapist } = script.dataset
  const path = ['/book', clinic, therapist].filter(Boolean).map((each, at) => (at ? encodeURIComponent(each!) : each))
  const url = new URL(path.join('/'), script.src)
  url.searchParams.set('embed', '1')
  if (lang) url.searchParams.set('lang', lang)
  const frame = document.createElement('iframe')
  frame.src = url.href
  frame.title = script.dataset.title ?? 'Book an appointment'
  frame.style.cssText = 'display:block;width:100%;height:720px;border:0;color-scheme:normal'
  script.after(frame)
  const link = linkTo(url, frame.title)
  // A frame that this site may not show says nothing: whoever came to book is led there instead.
  const show = (isShown: boolean) => {
    frame.style.display = isShown ? 'block' : 'none'
    if (isShown) link.remove()
    else frame.after(link)
  }
  let isHeard = false
  frame.addEventListener('load', () => setTimeout(() => show(isHeard), PATIENCE), { once: true })
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== url.origin || source !== frame.contentWindow || data?.daybook !== 'height') return
    isHeard = true
    show(true)
    frame.style.height = `${Math.max(200, Number(data.height) || 0)}px`
  })
}

/** So long after it has come a page has told how tall it is. */
const PATIENCE = 1500

function linkTo(url: URL, title: string): HTMLAnchorElement {
  const own = new URL(url)
  own.searchParams.delete('embed')
  const link = document.createElement('a')
  link.href = own.href
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = title
  return link
}

if (document.currentScript instanceof HTMLScriptElement) embed(document.currentScript)
