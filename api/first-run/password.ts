import { randomInt } from 'node:crypto'

/** Letters and digits that are not taken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Eighty random bits that a person can read out and type. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
