interface Length {
  readonly characters: number | null
  readonly segments: number | null
  readonly encoding: string | null
}

/** "142 characters, sent as 1 SMS (GSM-7)". */
export function lengthInWords({ characters, segments, encoding }: Length): string {
  const written = `${characters ?? 0} ${characters === 1 ? 'character' : 'characters'}`
  return segments === null ? written : `${written}, sent as ${segments} SMS${encoding ? ` (${encoding})` : ''}`
}
