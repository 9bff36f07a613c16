import type { BookingFacts, BookingRequest, ResourceFacts, RuleFacts, TypeFacts } from './booking-facts.ts'
import type { BookingProblem } from './problem.ts'
import { problem } from './tell-problem.ts'

/** Whether the therapist has every skill that the type asks for. */
export function isQualified(
  therapist: Pick<ResourceFacts, 'skills'>,
  type: Pick<TypeFacts, 'requiredSkills'>,
): boolean {
  return type.requiredSkills.every((skill) => therapist.skills.includes(skill))
}

/** Whether the room has what the type asks for and holds enough people. Where it stands is not asked here. */
export function isSuitable(
  room: Pick<ResourceFacts, 'features' | 'capacity'>,
  type: Pick<TypeFacts, 'requiredFeatures' | 'minCapacity'>,
): boolean {
  return room.capacity >= type.minCapacity && type.requiredFeatures.every((each) => room.features.includes(each))
}

/** A therapist without the skills of the type, or a room without what it needs. */
export function fitnessProblems(request: BookingRequest, resource: ResourceFacts, facts: RuleFacts): BookingProblem[] {
  const { type } = facts
  const where = { interval: request, resourceId: resource.id }
  if (resource.kind === 'therapist') {
    if (isQualified(resource, type)) return []
    const missing = type.requiredSkills.filter((skill) => !resource.skills.includes(skill))
    const message = `${resource.name} does not offer ${type.name}, which asks for ${listed(missing)}.`
    return [problem(facts, 'THERAPIST_UNQUALIFIED', message, { ...where, path: ['input', 'therapistId'] })]
  }
  if (!type.needsRoom || isSuitable(resource, type)) return []
  const missing = type.requiredFeatures.filter((feature) => !resource.features.includes(feature))
  const lacks = [
    ...(missing.length > 0 ? [`is not ${listed(missing)}`] : []),
    ...(resource.capacity < type.minCapacity ? [`holds ${people(resource.capacity)}, not ${type.minCapacity}`] : []),
  ]
  const message = `${resource.name} does not suit ${type.name}: it ${listed(lacks)}.`
  return [problem(facts, 'ROOM_UNSUITABLE', message, { ...where, path: ['input', 'roomId'] })]
}

/** A type that asks something of its room, and no room. */
export function roomlessProblems(request: BookingRequest, facts: BookingFacts): BookingProblem[] {
  const { type } = facts
  if (facts.room || !type.needsRoom || (type.requiredFeatures.length === 0 && type.minCapacity <= 1)) return []
  const wanted = [
    ...(type.requiredFeatures.length > 0 ? [`is ${listed(type.requiredFeatures)}`] : []),
    ...(type.minCapacity > 1 ? [`holds ${people(type.minCapacity)}`] : []),
  ]
  const message = `${type.name} needs a room that ${listed(wanted)}.`
  const where = { interval: request, path: ['input', 'roomId'], resourceId: facts.therapist.id }
  return [problem(facts, 'ROOM_UNSUITABLE', message, where)]
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
