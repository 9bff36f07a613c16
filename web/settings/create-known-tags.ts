import type { Accessor } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { KnownTagsDocument } from '../generated/graphql.ts'
import type { KnownTags } from './appointment-type-fields.tsx'

/** The skills and features in use, to be suggested; a field works without them too. */
export function createKnownTags(): Accessor<KnownTags> {
  const answer = createAnswer(KnownTagsDocument, () => ({}))
  return () => {
    const { therapists = [], rooms = [], appointmentTypes = [] } = answer.data() ?? {}
    return {
      skills: words([...therapists.map((each) => each.skills), ...appointmentTypes.map((each) => each.requiredSkills)]),
      features: words([
        ...rooms.map((each) => each.features),
        ...appointmentTypes.map((each) => each.requiredFeatures),
      ]),
    }
  }
}

function words(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort()
}
