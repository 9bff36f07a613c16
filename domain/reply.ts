import { understand } from './reply-words.ts'

/** As what a reply can be understood. */
export const replyIntents: readonly ReplyIntent['kind'][] = [
  ...(['confirm', 'cancel', 'late', 'move', 'choice'] as const),
  ...(['stop', 'start', 'help', 'thanks', 'unrecognised'] as const),
]

/** What somebody asks for by answering a message. */
export type ReplyIntent =
  | { readonly kind: 'confirm' | 'cancel' | 'move' | 'stop' | 'start' | 'help' | 'thanks' | 'unrecognised' }
  /** Without a number of minutes it is to be asked for. */
  | { readonly kind: 'late'; readonly minutes?: number }
  /** Of what was offered, the one with that number. */
  | { readonly kind: 'choice'; readonly number: number }

const LONGEST = 160
const MOST_MINUTES = 240
const MOST_CHOICES = 9

/**
 * What a reply asks for, as people type: in English or Spanish, in any case, with or without courtesies. It is understood
 * whole or not at all: a text with a word that is not known, or that asks for two things, is `unrecognised`.
 */
export function readReply(text: string): ReplyIntent {
  const said = whatIsSaid(REACTION.test(text) ? '👍' : text)
  if (!said) return { kind: 'unrecognised' }
  const { asked, lengths, numbers } = said
  if (asked.has('stop')) return { kind: 'stop' }
  if (asked.has('late')) return lateness(asked, [...numbers, ...lengths])
  if (lengths.length > 0) return { kind: 'unrecognised' }
  return numbers.length > 0 ? choice(asked, numbers) : wish(asked)
}

/** How many minutes late, as somebody says who was asked for nothing else; undefined when it says something else. */
export function readMinutes(text: string): number | undefined {
  const said = whatIsSaid(text)
  if (!said || [...WISHES, 'stop', 'ill', 'when'].some((each) => said.asked.has(each))) return undefined
  const minutes = [...said.numbers, ...said.lengths]
  const most = Math.max(...minutes)
  return minutes.length > 0 && most >= 1 && most <= MOST_MINUTES ? most : undefined
}

/** What telephones send for a thumb put to a text of ours: `Liked “…”`, `👍 to “…”`. */
const REACTION =
  /^[\s\u200a\u200b]*(?:👍\p{Emoji_Modifier}?|Liked)[\s\u200a\u200b]*(?:to[\s\u200a\u200b]*)?[“"„][\s\S]*[”"“][\s\u200a\u200b]*$/u

type Asked = ReadonlySet<string>

interface Said {
  readonly asked: Asked
  readonly numbers: readonly number[]
  readonly lengths: readonly number[]
}

function whatIsSaid(text: string): Said | undefined {
  const words = wordsOf(text)
  const understood = words.length > 0 && text.length <= LONGEST ? understand(words) : undefined
  return (
    understood && {
      asked: new Set(understood.flatMap((each) => ('means' in each ? [each.means] : []))),
      numbers: understood.flatMap((each) => ('number' in each ? [each.number] : [])),
      lengths: understood.flatMap((each) => ('length' in each ? [each.length] : [])),
    }
  )
}

/** Who says how late she is says that she comes; who also says no has to be asked. */
function lateness(asked: Asked, minutes: readonly number[]): ReplyIntent {
  if (asked.has('ill') || WISHES.some((each) => each !== 'confirm' && asked.has(each))) return { kind: 'unrecognised' }
  if (minutes.length === 0) return { kind: 'late' }
  const most = Math.max(...minutes)
  return most >= 1 && most <= MOST_MINUTES ? { kind: 'late', minutes: most } : { kind: 'unrecognised' }
}

function choice(asked: Asked, numbers: readonly number[]): ReplyIntent {
  const [number = 0] = numbers
  const isBare = ['minutes', 'ill', 'when'].every((each) => !asked.has(each))
  const isAlone = numbers.length === 1 && isBare && WISHES.every((each) => !beside(asked, each))
  return isAlone && number >= 1 && number <= MOST_CHOICES ? { kind: 'choice', number } : { kind: 'unrecognised' }
}

/** A yes beside a number is part of the choice. */
function beside(asked: Asked, wish: string): boolean {
  return wish !== 'confirm' && asked.has(wish)
}

const WISHES = ['confirm', 'cancel', 'move', 'start', 'help'] as const

function wish(asked: Asked): ReplyIntent {
  const wishes = WISHES.filter((each) => asked.has(each))
  const [only] = wishes
  // A day may be another's: nothing is taken away for it. Who is ill and says no more has to be asked.
  if (asked.has('when') && !wishes.some((each) => each === 'confirm' || each === 'move'))
    return { kind: 'unrecognised' }
  if (asked.has('ill') && !wishes.some((each) => each === 'cancel' || each === 'move')) return { kind: 'unrecognised' }
  if (wishes.length === 1 && only) return { kind: only }
  // "I can't make it, can we move it?" keeps the appointment until another time is chosen.
  if (wishes.length === 2 && asked.has('cancel') && asked.has('move')) return { kind: 'move' }
  return { kind: wishes.length === 0 && asked.has('thanks') ? 'thanks' : 'unrecognised' }
}

/** With a comma between them these would ask for something; so they say that nothing is to be done. */
const NOTHING_TO_DO = /\bno +(?:needs?|changes?|cancel(?:ar|o|e|es|en|a)?|cambi(?:ar|o|e|es|en)|mover|move|moves)\b/g

/** The words as the dictionary has them: without case, accents, apostrophes and punctuation; numbers stand alone. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/👍\p{Emoji_Modifier}?|✅|👌\p{Emoji_Modifier}?/gu, ' thumbsup ')
    .replace(/👎|❌|🚫/gu, ' thumbsdown ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/\bl8\b/g, 'late')
    .replace(NOTHING_TO_DO, ' unclear ')
    // A clock time or a fraction is no number of minutes and no choice.
    .replace(/\d+[:.,/]\d+/g, ' clock ')
    .replace(/(\d+)\s*-\s*(\d+)/g, '$1 $2')
    .replace(/(\d)\s*m\b/g, '$1 min')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/(\d)(st|nd|rd)\b/g, '$1$2 ')
    .replace(/(\d)(?!st\b|nd\b|rd\b)([a-z])/g, '$1 $2')
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
}
