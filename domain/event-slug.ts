import { slugOf } from './slug.ts'

const LONGEST_SLUG = 80

/** The title as it can stand in a web address: "Teen DBT Skills Group" becomes `teen-dbt-skills-group`. */
export function slugOfTitle(title: string): string {
  return slugOf(title, LONGEST_SLUG, 'event')
}

/** Whether the text can stand in a web address for an event. */
export function isEventSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text)
}

/** The slug, or the first of `-2`, `-3` … behind it that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) {
    const tail = `-${number}`
    const slug = `${wanted.slice(0, LONGEST_SLUG - tail.length).replace(/-$/, '')}${tail}`
    if (!taken.has(slug)) return slug
  }
}
