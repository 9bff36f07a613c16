import { createSignal } from 'solid-js'
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
  // The change may be on the screen before the answer that tells its token.
  const [tokensKnown, tellTokens] = createSignal(undefined, { equals: false })

  function tokenOf({ id }: Pick<Hold, 'id'>): string | undefined {
    tokensKnown()
    return tokens.of(id)
  }

  function keep(hold: Hold, token: string): void {
    tokens.keep(hold, token)
    tellTokens()
    book()?.apply({ kind: 'held', hold })
  }

  function done(hold: Hold): void {
    tokens.forget(hold.id)
    tellTokens()
    book()?.apply({ kind: 'released', id: hold.id })
  }

  return {
    isMine: (hold) => tokenOf(hold) !== undefined,
    tokenOf,
    at: ({ place, typeId }) =>
      [...(book()?.truth().holds.values() ?? [])].find(
        (each) => tokenOf(each) !== undefined && each.typeId === typeId && isSamePlace(each, place),
      ),
    hold: ({ place, typeId }) =>
      outcomeOf(async () => {
        const input = inputOfHold(place, typeId)
        const answer = await sendHold({ ...input, clientMutationId: ids.of(input) })
        ids.forget()
        if ('problems' in answer) return answer
        keep(answer.hold, answer.token)
        return answer.hold
      }),
    extend: (hold) =>
      outcomeOf(async () => {
        const input = { id: hold.id, token: tokenOf(hold) ?? '' }
        const answer = await sendExtension({ ...input, clientMutationId: ids.of({ extend: input }) })
        ids.forget()
        if ('problems' in answer) return answer
        keep(answer, input.token)
        return answer
      }),
    release: (hold) =>
      outcomeOf(async () => {
        const input = { id: hold.id, token: tokenOf(hold) ?? '' }
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
