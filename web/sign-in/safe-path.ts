/** Where to go after signing in: a path of this site and nothing else, so that a link cannot send people elsewhere. */
export function safePath(wanted: string | readonly string[] | undefined): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/'
  const url = new URL(wanted, location.origin)
  if (url.origin !== location.origin || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search
}
