import MarkdownIt from 'markdown-it'

/** HTML that somebody typed stays text; links lead to the web and to mail, and nowhere else. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable(['image'])
markdown.validateLink = (url) => /^(https?:\/\/|mailto:|tel:)/i.test(url.trim())
markdown.renderer.rules.link_open = (tokens, at, options, _env, self) => {
  tokens[at]!.attrSet('rel', 'nofollow noopener')
  return self.renderToken(tokens, at, options)
}

/** The Markdown as HTML that can do nothing. */
export function htmlOf(text: string): string {
  return markdown.render(text)
}
