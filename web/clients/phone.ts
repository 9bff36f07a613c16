const TEN_DIGITS_OF = ['US', 'CA']

/**
 * A typed number as E.164: "+44 20 7946 0958" is +442079460958. Ten digits without a country are one of North America
 * where the browser is. Undefined when it is no number; whether it can exist is the server's to say.
 */
export function readPhone(typed: string, language = navigator.language): string | undefined {
  const compact = typed.replace(/[\s().\-–/]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(compact)) return compact
  if (/^00[1-9]\d{6,14}$/.test(compact)) return `+${compact.slice(2)}`
  // Not every browser names a locale that Intl knows: `en-US@posix` is one.
  const isNorthAmerican = TEN_DIGITS_OF.includes(/-([A-Z]{2})(?![A-Za-z])/.exec(language)?.[1] ?? '')
  return isNorthAmerican && /^[2-9]\d{9}$/.test(compact) ? `+1${compact}` : undefined
}

/** "+1 202 555 0123"; numbers of other places stay as they are kept. */
export function showPhone(kept: string | null): string {
  return kept?.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3') ?? ''
}
