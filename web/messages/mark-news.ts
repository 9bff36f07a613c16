import type { Card } from '../calendar/store/book.ts'
import { type MarkSign, signsOf, spokenWords } from './mark-words.ts'

/** What is worth a word of what has come since: never that a message went out or arrived. The most urgent first. */
export function newsOf(before: Card | undefined, after: Card | undefined): MarkSign | undefined {
  if (!before || !after || before.mark === after.mark) return undefined
  const known = new Set(signsOf(before))
  return signsOf(after).find((sign) => isNews(sign, known.has(sign), before, after))
}

function isNews(sign: MarkSign, wasThere: boolean, { mark: before }: Card, { mark: after }: Card): boolean {
  switch (sign) {
    case 'sent':
    case 'delivered':
      return false
    case 'failed':
      return !wasThere
    case 'unread':
      return after.unread > before.unread
    case 'late':
      return after.lateMinutes !== before.lateMinutes
    default:
      return !wasThere || after.repliedAt !== before.repliedAt
  }
}

/** `Maya Thompson, 2:30 PM with Dr. Chen: asks for another time.` */
export function sayNews(sign: MarkSign, { clientName, mark }: Card, place: string): string {
  return `${clientName}, ${place}: ${spokenWords(sign, mark)}.`
}
