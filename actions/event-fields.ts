import { validate } from 'uuid'
import { isEventSlug } from '../domain/event-slug.ts'
import { checkFields } from '../domain/record.ts'
import { badInput, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedText } from './override.ts'
import { checkedWords } from './resource-fields.ts'

export const LARGEST_EVENT = 1000
const HIGHEST_PRICE = 10_000_000
const LONGEST_DESCRIPTION = 20_000
const MOST_FACILITATORS = 20

/** What an event says of itself, as it was typed; what is left out stays. */
export interface EventTexts {
  readonly title?: string | null
  readonly description?: string | null
  readonly tags?: readonly string[] | null
  readonly slug?: string | null
  readonly capacity?: number | null
  readonly priceCents?: number | null
  readonly onlineUrl?: string | null
}

/** The same as it is kept; undefined for what was not given. */
export function checkedTexts(input: EventTexts) {
  const fields = checkFields()
  const checked = {
    title: fields.line('title', input.title, 200),
    tags: checkedWords(fields, 'tags', input.tags),
    capacity: nullable(input.capacity, (each) => fields.number('capacity', each, 1, LARGEST_EVENT)),
    priceCents: nullable(input.priceCents, (each) => fields.number('priceCents', each, 0, HIGHEST_PRICE)),
  }
  const [problem] = fields.problems
  if (problem) throw badInput(problem.message, problem.path ?? ['input'])
  return {
    ...checked,
    description: given(
      input.description,
      (text) => checkedText(text, LONGEST_DESCRIPTION, ['input', 'description']) ?? '',
    ),
    slug: checkedSlug(input.slug),
    onlineUrl: checkedUrl(input.onlineUrl),
  }
}

function checkedSlug(slug: string | null | undefined): string | undefined {
  const text = slug?.trim()
  if (!text) return undefined
  if (!isEventSlug(text))
    throw badInput('slug must have at most 80 small letters, digits and hyphens between them.', ['input', 'slug'])
  return text
}

/** An address that people can follow; null for none. */
export function checkedUrl(url: string | null | undefined): string | null | undefined {
  if (url === null || url === undefined) return url
  const text = checkedText(url, 1000, ['input', 'onlineUrl'])
  if (text === null) return null
  if (!/^https?:\/\/[^\s]+$/.test(text) || !URL.canParse(text))
    throw badInput('onlineUrl must begin with https:// or http://.', ['input', 'onlineUrl'])
  return text
}

/** Those who run it, each once, in the order given. */
export function checkedFacilitators(ids: readonly string[]): string[] {
  if (ids.length > MOST_FACILITATORS)
    throw badInput(`facilitatorIds names at most ${MOST_FACILITATORS}.`, ['input', 'facilitatorIds'])
  for (const id of ids) checkId(id, 'therapist', ['input', 'facilitatorIds'])
  return [...new Set(ids.map((each) => each.toLowerCase()))]
}

/** A room or an image by its id; null for none. */
export function checkedReference(id: string | null | undefined, what: 'room' | 'image' | 'logo') {
  if (id != null && !validate(id)) throw notFound(what, ['input', `${what}Id`])
  return id?.toLowerCase() ?? id
}

function nullable<Kept>(value: number | null | undefined, check: (value: number) => Kept): Kept | null | undefined {
  return value === null || value === undefined ? value : check(value)
}

function given<Kept>(value: string | null | undefined, check: (value: string) => Kept): Kept | undefined {
  return value === null || value === undefined ? undefined : check(value)
}
