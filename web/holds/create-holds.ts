import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import type { Refused } from '../booking/refusal.ts'
import type { Hold, Place } from '../calendar/store/book.ts'
import { isSamePlace } from '../calendar/store/moves.ts'
import type { LiveBook } from '../calendar/view/create-book.ts'
import { makeHoldTokens } from './hold-tokens.ts'
import { inputOfHold, sendExtension, sendHold, sendRelease } from './send-hold.ts'

export interface HoldWish {
  readonly place: Place
  readonly typeId: string
}

/** What became of holding, extending or releasing: the hold, or why not in words for a person. */
export type HoldOutcome = { readonly hold: Hold } | { readonly problem: string }

/** What this browser holds: only here are its tokens known. */
export interface Holds {
  readonly isMine: (hold: Pick<Hold, 'id'>) => boolean
  readonly tokenOf: (hold: Hold) => string | undefined
  /** The hold of ours that stands on exactly this. */
  readonly at: (wish: HoldWish) => Hold | undefined
  readonly hold: (wish: HoldWish) => Promise<HoldOutcome>
  readonly extend: (hold: Hold) => Promise<HoldOutcome>
  readonly release: (hold: Hold) => Promise<HoldOutcome>
  /** It has become something else. */
  readonly done: (hold: Hold) => void
}

export function createHolds(book: () => LiveBook | undefined): Holds {
  const tokens = makeHoldTokens()
  const ids = makeIds()

  function done(hold: Hold): void {
    tokens.forget(hold.id)
    book()?.apply({ kind: 'released', id: hold.id })
  }

  return {
    isMine: (hold) => tokens.of(hold.id) !== undefined,
    tokenOf: (hold) => tokens.of(hold.id),
    at: ({ place, typeId }) =>
      [...(book()?.truth().holds.values() ?? [])].find(
        (each) => tokens.of(each.id) !== undefined && each.typeId === typeId && isSamePlace(each, place),
      ),
    hold: ({ place, typeId }) =>
      outcomeOf(async () => {
        const input = inputOfHold(place, typeId)
        const answer = await sendHold({ ...input, clientMutationId: ids.of(input) })
        ids.forget()
        if ('problems' in answer) return answer
        tokens.keep(answer.hold, answer.token)
        book()?.apply({ kind: 'held', hold: answer.hold })
        return answer.hold
      }),
    extend: (hold) =>
      outcomeOf(async () => {
        const input = { id: hold.id, token: tokens.of(hold.id) ?? '' }
        const answer = await sendExtension({ ...input, clientMutationId: ids.of({ extend: input }) })
        ids.forget()
        if ('problems' in answer) return answer
        tokens.keep(answer, input.token)
        book()?.apply({ kind: 'held', hold: answer })
        return answer
      }),
    release: (hold) =>
      outcomeOf(async () => {
        const input = { id: hold.id, token: tokens.of(hold.id) ?? '' }
        const refused = await sendRelease({ ...input, clientMutationId: ids.of({ release: input }) })
        ids.forget()
        if (refused) return refused
        done(hold)
        return hold
      }),
    done,
  }
}

async function outcomeOf(run: () => Promise<Hold | Refused>): Promise<HoldOutcome> {
  try {
    const answer = await run()
    if ('problems' in answer) return { problem: answer.problems.map((each) => each.message).join(' ') }
    return { hold: answer }
  } catch (reason) {
    const words = wordsOfFailure(asFailure(reason))
    return { problem: `${words.what}. ${words.next}` }
  }
}
