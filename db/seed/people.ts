import { FAMILY_NAMES, GIVEN_NAMES, REMARKABLE_NAMES } from './names.ts'
import type { Random } from './random.ts'

export interface Person {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

const NEW_YORK_AREAS = ['212', '646', '718', '917', '347', '929', '332', '914', '516', '201', '203', '845'] as const

/** So many people, each with a name and an address of their own. */
export function makePeople(random: Random, count: number): Person[] {
  const names = uniqueNames(random, count).map((name) => name.normalize('NFC'))
  const phones = fictionalPhones(random, count)
  const taken = new Map<string, number>()
  return names.map((name, i) => {
    const mailbox = mailboxOf(name)
    const before = taken.get(mailbox) ?? 0
    taken.set(mailbox, before + 1)
    const email = `${mailbox}${before === 0 ? '' : before + 1}@example.com`
    return { name, email: random.chance(0.06) ? null : email, phone: random.chance(0.04) ? null : phones[i]! }
  })
}

function uniqueNames(random: Random, count: number): string[] {
  const names = new Set<string>(REMARKABLE_NAMES.slice(0, Math.ceil(count / 8)))
  while (names.size < count) {
    const plain = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`
    const name = names.has(plain) || random.chance(0.04) ? withInitials(random, plain) : plain
    names.add(name)
  }
  return random.shuffled([...names])
}

/** Two initials keep thousands of people apart. */
function withInitials(random: Random, name: string): string {
  const [given, family] = name.split(' ')
  const initial = () => String.fromCharCode(65 + random.int(0, 25))
  return `${given} ${random.chance(0.5) ? `${initial()}.` : `${initial()}. ${initial()}.`} ${family}`
}

/** Numbers 555-0100 to 555-0199 are kept for fiction in every area; in a big clinic people share them. */
function fictionalPhones(random: Random, count: number): string[] {
  const numbers = NEW_YORK_AREAS.flatMap((area) =>
    Array.from({ length: 100 }, (_, last) => `+1${area}55501${String(last).padStart(2, '0')}`),
  )
  const mixed = random.shuffled(numbers)
  return Array.from({ length: count }, (_, i) => mixed[i % mixed.length]!)
}

const UNFOLDED: Record<string, string> = { ł: 'l', ð: 'd', ø: 'o', ı: 'i', ß: 'ss' }

/** The name in the letters that every mail system takes. */
export function mailboxOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łðøıß]/g, (letter) => UNFOLDED[letter]!)
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.')
    .slice(0, 60)
}
