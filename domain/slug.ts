const LONGEST_SLUG = 64

/** Whether the text can stand in a web address for a clinic. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text)
}

/** The name as it can stand in a web address: "Praxis Søndergård & Co." becomes `praxis-sondergard-co`. */
export function slugOf(name: string, longest = LONGEST_SLUG, otherwise = 'clinic'): string {
  const folded = name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '')
  return words.join('-').slice(0, longest).replace(/-$/, '') || otherwise
}

/** What stands for something else where a therapist's name may stand in an address of booking. */
const RESERVED: ReadonlySet<string> = new Set(['any', 'confirm', 'hold', 'waitlist'])
const LONGEST_NAME = 60

/** What a therapist goes by in the address of booking: of two of one name, the second goes by a number too. */
export function therapistSlug(name: string, taken: ReadonlySet<string>): string {
  const base = therapistBase(name)
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (!taken.has(slug) && !RESERVED.has(slug)) return slug
  }
}

/** Whether somebody of that name may go on by that slug, with whatever number. */
export function isSlugOf(slug: string, name: string): boolean {
  const base = therapistBase(name)
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
}

function therapistBase(name: string): string {
  return slugOf(name, LONGEST_NAME, 'therapist')
}
