import { registerEnumType } from 'type-graphql'
import { problemCodeTexts } from './problem-codes.ts'
import { bookValues } from './values/book-values.ts'
import { eventValues } from './values/event-values.ts'
import { messageValues } from './values/message-values.ts'
import { peopleValues } from './values/people-values.ts'
import { waitlistValues } from './values/waitlist-values.ts'

const says = {
  ...{ BookingProblemCode: problemCodeTexts },
  ...bookValues,
  ...waitlistValues,
  ...peopleValues,
  ...eventValues,
  ...messageValues,
}

/** Puts the database's words into the schema; each value says there what it is. */
export function registerEnum(
  words: Readonly<Record<string, string>>,
  { description, name }: { readonly name: keyof typeof says; readonly description: string },
): void {
  const texts: Readonly<Record<string, string>> = says[name]
  const valuesConfig = Object.fromEntries(
    Object.keys(words).map((word) => {
      const text = texts[word]
      if (text === undefined) throw new Error(`nothing says what ${name}.${word} is`)
      return [word, { description: text }]
    }),
  )
  registerEnumType(words, { name, description, valuesConfig })
}
