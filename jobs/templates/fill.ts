import Mustache from 'mustache'

/** What is typed into a preview is rendered once: it must not stay in a cache of templates. */
const writer = Object.assign(new Mustache.Writer(), { templateCache: undefined })

/** The template with its variables filled in, as plain text: whoever puts it into HTML escapes it there, whole. */
export function fill(template: string, values: Readonly<Record<string, string | boolean>>): string {
  const view = Object.assign(Object.create(null), values)
  return writer.render(template, view, undefined, { escape: String })
}

/** A piece of a template: text, a variable, or a section with more of them inside. */
export type TemplateToken = readonly [type: string, value: string, start: number, end: number, inside?: TemplateToken[]]

/** The template in its pieces; throws when a tag or a section is left open. */
export function parseTemplate(template: string): readonly TemplateToken[] {
  return writer.parse(template)
}
