import type { Instant } from '../../domain/interval.ts'

/** Chance that comes out the same for the same seed, on every machine. Not for secrets. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  chance(probability: number): boolean
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** A UUIDv7 made at that instant. */
  id(at: Instant): string
}

export function makeRandom(seed: string): Random {
  const bits = sfc32(seed)
  const next = () => bits() / 2 ** 32
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    shuffled(list) {
      const cards = [...list]
      for (let last = cards.length - 1; last > 0; last--) {
        const other = int(0, last)
        const card = cards[last]!
        cards[last] = cards[other]!
        cards[other] = card
      }
      return cards
    },
    id(at) {
      const time = at.toString(16).padStart(12, '0')
      const [a, b, c] = [hex(bits()), hex(bits()), hex(bits())]
      const variant = (8 + (bits() & 3)).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${b.slice(0, 3)}-${a.slice(4)}${c}`
    },
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}

/** Chris Doty-Humphrey's "small fast counting" generator, 32 bits a call. */
function sfc32(seed: string): () => number {
  let [a, b, c] = [wordOf(seed, 1), wordOf(seed, 2), wordOf(seed, 3)]
  let counter = 1
  const step = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warming = 0; warming < 12; warming++) step()
  return step
}

/** FNV-1a over the characters. */
function wordOf(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return hash
}
