import { send } from '../api/client.ts'
import { type Override, overrideInput, overrideOf } from '../booking/refusal.ts'
import type { FormProblem, Refused } from '../form/create-form.ts'
import {
  CreateEventDocument,
  type EventRecordFragment,
  type EventRefusalFragment,
  UpdateEventDocument,
} from '../generated/graphql.ts'
import { keepPicture } from '../pictures/keep-picture.ts'
import { type EventEntries, entriesOf, exceptEntered, ruleEntered, textsOf, timesOf } from './event-entries.ts'

/** What stands in the way of the sessions: each that clashes, or where what takes place once would be free. */
export interface Hindrance {
  readonly clashes: readonly { readonly startsAt: string; readonly why: string }[]
  readonly total: number
  readonly alternatives: readonly { readonly startsAt: string }[]
  /** What would set all of it aside, for that reason; undefined where a rule stands that nobody may. */
  readonly override: (reason: string) => Override | undefined
}

export interface SaveWish {
  readonly event: EventRecordFragment | undefined
  readonly entries: EventEntries
  readonly zone: string
  readonly skipClashes: boolean
  readonly override: Override | undefined
  readonly clientMutationId: string
}

interface Saved {
  readonly __typename: 'EventCreated' | 'EventUpdated'
  readonly event: EventRecordFragment
}

/** Drafts the event or changes it. What hinders its sessions is told beside the refusal. */
export async function saveEvent(
  wish: SaveWish,
  tellHindrance: (hindrance: Hindrance | undefined) => void,
): Promise<Saved | Refused> {
  const image = await keepPicture(wish.entries.imageId, 'imageId')
  if ('problems' in image) return image
  const answer = await sendWish(wish, image.id)
  const isRefused = answer.__typename === 'EventRefused'
  const hindrance = isRefused ? hindranceOf(answer) : undefined
  tellHindrance(hindrance)
  return isRefused ? { __typename: 'RecordRefused', problems: problemsOf(answer, hindrance) } : answer
}

async function sendWish(
  { event, entries, zone, skipClashes, override, clientMutationId }: SaveWish,
  imageId: string | null,
) {
  const input = { ...textsOf(entries), imageId, skipClashes, ...overrideInput(override), clientMutationId }
  if (!event) {
    const fresh = {
      ...input,
      ...timesOf(entries, zone),
      rrule: ruleEntered(entries) ?? null,
      except: exceptEntered(entries, zone),
    }
    return (await send(CreateEventDocument, { input: fresh })).createEvent
  }
  const times = changedTimes(entriesOf(event, zone), entries, zone)
  const change = { ...input, ...times, id: event.id, expectedVersion: entries.version }
  return (await send(UpdateEventDocument, { input: change })).updateEvent
}

/** Sessions keep their times unless somebody chose others. */
function changedTimes(before: EventEntries, after: EventEntries, zone: string) {
  const [was, is] = [timesOf(before, zone), timesOf(after, zone)]
  const [ruleBefore, rule] = [ruleEntered(before), ruleEntered(after)]
  const isMoved = was.startsAt !== is.startsAt || was.endsAt !== is.endsAt
  const isOther = before.except.join() !== after.except.join()
  return {
    ...(isMoved && is),
    ...(ruleBefore !== rule && { rrule: rule }),
    // A day that is left out stays so when the hour or the rule is another.
    ...((isOther || ((isMoved || ruleBefore !== rule) && after.except.length > 0)) && {
      except: exceptEntered(after, zone),
    }),
  }
}

function hindranceOf({ sessions, alternatives }: EventRefusalFragment): Hindrance | undefined {
  const clashes = sessions
    .filter((each) => each.outcome === 'CLASH')
    .map(({ startsAt, problems }) => ({ startsAt, why: problems.map((each) => each.message).join(' ') }))
  if (clashes.length === 0) return undefined
  const problems = sessions.flatMap((each) => each.problems)
  return {
    ...{ clashes, total: sessions.length, alternatives: alternatives.slice(0, 3) },
    override: (reason) => overrideOf(problems, reason),
  }
}

/** What is told of each session is not told again of the whole. */
function problemsOf({ problems }: EventRefusalFragment, hindrance: Hindrance | undefined): FormProblem[] {
  if (hindrance) return []
  return problems.map(({ code, message, path }) => ({
    code: code === 'STALE_VERSION' ? code : 'INVALID',
    ...{ message, path },
  }))
}
