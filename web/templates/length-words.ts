interface Length {
  readonly characters: number | null
  readonly segments: number | null
  readonly encoding: string | null
}

/** "142 characters, sent as 1 SMS"; where one emoji halves what fits, that it does. */
export function lengthInWords({ characters, segments, encoding }: Length): string {
  const written = `${characters ?? 0} ${characters === 1 ? 'character' : 'characters'}`
  if (segments === null) return written
  const why = encoding === 'UCS-2' ? ': emoji and other special characters leave less room' : ''
  return `${written}, sent as ${segments} SMS${why}`
}
