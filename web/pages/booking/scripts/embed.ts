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
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== url.origin || source !== frame.contentWindow || data?.daybook !== 'height') return
    frame.style.height = `${Math.max(200, Number(data.height) || 0)}px`
  })
}

if (document.currentScript instanceof HTMLScriptElement) embed(document.currentScript)
