import { languageOf } from './languages.ts'
import type { MessageFacts } from './message-facts.ts'
import { messageValues, timeWriter } from './message-values.ts'
import { templateVariables } from './variables.ts'

/** What each variable stands for, and what it says of that appointment in English. */
export function variableExamples(facts: MessageFacts) {
  const values = messageValues(facts, timeWriter(facts, languageOf('en'), true))
  return templateVariables.map(({ name, description }) => {
    const value = values[name]
    return { name, description, example: typeof value === 'boolean' ? 'yes or no' : value }
  })
}
