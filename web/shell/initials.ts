/** "Maya Chen" is MC, "Dr. Ana de la Cruz" is AC: titles with a point are left out. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'))
  const first = words[0] ?? name
  const last = words.length > 1 ? words.at(-1)! : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return [...word][0] ?? ''
}
