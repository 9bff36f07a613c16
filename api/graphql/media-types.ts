const PLAIN = 'application/json'
const GRAPHQL = 'application/graphql-response+json'

/** `application/json`, with no charset or UTF-8: in any other, the same bytes would say something else. */
export function isPlainJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = partsOf(contentType ?? '', ';')
  if (type !== PLAIN) return false
  return parameters.every((each) => {
    const [name, value] = partsOf(each, '=')
    return name !== 'charset' || /^"?utf-?8"?$/.test(value ?? '')
  })
}

/** The type of answer a request accepts; undefined when it is none of ours. */
export function answerType(accept: string | undefined): typeof PLAIN | typeof GRAPHQL | undefined {
  if (accept === undefined) return PLAIN
  const accepted = partsOf(accept, ',').flatMap((range) => {
    const [type, ...parameters] = partsOf(range, ';')
    return parameters.some((each) => /^q\s*=\s*0(\.0*)?$/.test(each)) ? [] : [type]
  })
  if (accepted.includes(GRAPHQL)) return GRAPHQL
  return accepted.some((type) => type === PLAIN || type === 'application/*' || type === '*/*') ? PLAIN : undefined
}

function partsOf(text: string, separator: string): string[] {
  return text
    .toLowerCase()
    .split(separator)
    .map((part) => part.trim())
}
