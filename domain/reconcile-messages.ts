import { type PlanFacts, type StandingMessage, staysTrue, type WantedMessage } from './message-facts.ts'

/** What must become of the messages about an appointment so that they are as its plan wants them. */
export interface Reconciliation {
  readonly insert: readonly (WantedMessage & { readonly copy: number })[]
  readonly update: readonly (WantedMessage & { readonly id: string; readonly copy: number })[]
  readonly cancel: readonly string[]
}

/** Compares what waits with what is wanted. What has left, or is leaving, is never touched. */
export function reconcileMessages(facts: PlanFacts, wanted: readonly WantedMessage[]): Reconciliation {
  const waiting = facts.standing.filter((each) => each.status === 'scheduled')
  const planned = new Map(waiting.filter((each) => !each.extra).map((each) => [keyOf(each), each]))
  const kept = wanted.flatMap((each) => {
    const standing = planned.get(keyOf(each))
    return standing ? [{ ...each, id: standing.id, standing }] : []
  })
  const keptIds = new Set(kept.map((each) => each.id))
  const copies = copiesOf(facts)
  return {
    update: kept
      .filter(({ standing, ...each }) => !isAsWanted(standing, each, facts.version))
      .map(({ standing, ...each }) => ({
        ...each,
        copy:
          standing.appointmentVersion === facts.version && standing.recipient === each.recipient
            ? standing.copy
            : copies.next(each),
      })),
    insert: wanted.filter((each) => !planned.has(keyOf(each))).map((each) => ({ ...each, copy: copies.next(each) })),
    cancel: waiting
      .filter((each) => !keptIds.has(each.id) && !(each.extra && staysTrue(each, facts)))
      .map((each) => each.id),
  }
}

function keyOf({ kind, channel }: Pick<WantedMessage, 'kind' | 'channel'>): string {
  return `${kind} ${channel}`
}

function isAsWanted(
  standing: StandingMessage,
  { dueAt, aboutStartsAt, recipient }: Pick<WantedMessage, 'dueAt' | 'aboutStartsAt' | 'recipient'>,
  version: number,
): boolean {
  const isSame = standing.dueAt === dueAt && standing.aboutStartsAt === aboutStartsAt
  return isSame && standing.recipient === recipient && standing.appointmentVersion === version
}

/** Each message of one version, kind, channel and recipient has a number of its own, 0 for the first. */
function copiesOf({ standing, version }: PlanFacts) {
  const last = new Map<string, number>()
  const lastOf = (each: Addressed) => last.get(`${keyOf(each)} ${each.recipient}`) ?? -1
  const note = (each: Addressed, copy: number) => last.set(`${keyOf(each)} ${each.recipient}`, copy)
  for (const each of standing) if (each.appointmentVersion === version) note(each, Math.max(each.copy, lastOf(each)))
  return {
    next(each: Addressed): number {
      const copy = lastOf(each) + 1
      note(each, copy)
      return copy
    },
  }
}

/** The number of another message of that kind about the appointment as it is now. */
export function nextCopy(facts: PlanFacts, each: Addressed): number {
  return copiesOf(facts).next(each)
}

type Addressed = Pick<WantedMessage, 'kind' | 'channel' | 'recipient'>
