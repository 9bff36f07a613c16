/**
 * What the pages of booking gain where scripts run; without, every step is a page and a form. Nothing is imported, as it is
 * sent as it stands.
 */
function countDown(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-left]')) {
    const shown = line.querySelector('b')
    const said = line.querySelector('[role=status]')
    if (!shown || !said) continue
    // Counted from when the page came, not by the clock of this machine, which may be wrong.
    const end = performance.now() + Number(line.dataset.left)
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000))
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      if (seconds <= 120 && !line.classList.contains('soon')) {
        line.classList.add('soon')
        said.textContent = line.dataset.soon ?? ''
      }
      if (seconds > 0) return
      shown.textContent = ''
      line.classList.add('is-over')
      said.textContent = line.dataset.over ?? ''
      line.querySelector('span')!.textContent = line.dataset.over ?? ''
      clearInterval(timer)
    }
    const timer = setInterval(tick, 1000)
    tick()
  }
}

/** The page that is shown, or asked for last; what was asked for before it is not shown any more. */
let current = location.pathname + location.search
let asking = new AbortController()

/** Shows another month or day, or other clocks, in place; whatever goes wrong, the browser goes there itself. */
async function swap(address: string, focused?: string): Promise<void> {
  asking.abort()
  asking = new AbortController()
  const { signal } = asking
  current = location.pathname + location.search
  const main = document.querySelector('main')
  main?.classList.add('busy')
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' }, signal })
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    if (!answer.ok || !main || !next) throw new Error('no such page')
    main.replaceWith(next)
    if (focused) (document.getElementById(focused) ?? next.querySelector<HTMLElement>('.month a'))?.focus()
    began()
  } catch {
    if (!signal.aborted) location.assign(address)
  }
}

/** Where the visitor is: asked of the browser, once, unless she has said so herself. */
function ownZone(): string | undefined {
  const main = document.querySelector('main')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return main && !main.dataset.chosen && zone !== main.dataset.zone ? zone : undefined
}

function withZone(address: string, zone: string): string {
  const url = new URL(address, location.href)
  if (!url.searchParams.has('zone')) url.searchParams.set('zone', zone)
  return url.pathname + url.search + url.hash
}

/** Every way on from a page without times carries the zone, so that those with times come right at once. */
function carryZone(zone: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/book/"], footer a'))
    link.setAttribute('href', withZone(link.href, zone))
}

function began(): void {
  countDown()
  const zone = ownZone()
  if (!zone) return
  if (!document.querySelector('.when')) {
    carryZone(zone)
    return
  }
  const address = withZone(location.href, zone)
  history.replaceState(null, '', address)
  void swap(address)
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-swap]') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  void swap(link.href, link.id)
})
// Going to another part of the same page is no other page: what was typed there stays.
addEventListener('popstate', () => {
  if (location.pathname + location.search !== current) void swap(location.href)
})

/** Within another site's page, that page is told how tall this one is. */
function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  parent.postMessage({ daybook: 'height', height }, '*')
}

if (parent !== window) {
  // What is out of sight there is not drawn, and so not observed; that it is here is told at once.
  tellHeight()
  new ResizeObserver(tellHeight).observe(document.body)
}

began()
