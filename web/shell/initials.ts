/** "Maya Chen" is MC, "Dr. Ana de la Cruz" is AC: titles with a point are left out. */
export function initialsOf(name: string): string {
  const words = wordsOf(name)
  const first = words[0] ?? name
  const last = words.length > 1 ? words.at(-1)! : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toLocaleUpperCase()
}

/** "Maya" of "Dr. Maya Chen". */
export function firstNameOf(name: string): string {
  return wordsOf(name)[0] ?? name
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'))
}

function firstLetter(word: string): string {
  return [...word][0] ?? ''
}
