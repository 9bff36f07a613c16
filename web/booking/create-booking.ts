import { type Accessor, batch, createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import type { Alternative } from '../calendar/store/moves.ts'
import type { LiveBook } from '../calendar/view/create-book.ts'
import type { BookAppointmentInput } from '../generated/graphql.ts'
import { createRehearsal, isSameQuestion, type RehearsalQuestion } from './create-rehearsal.ts'
import { createWanted, type WantedOptions, type WantedPlace } from './create-wanted.ts'
import { type Draft, type DraftField, fieldOf } from './draft.ts'
import { cardOfDraft, inputOfDraft } from './draft-card.ts'
import { type EntryProblems, entryProblemsOf } from './entry-problems.ts'
import { makeIds } from './make-ids.ts'
import type { Override, Refused } from './refusal.ts'
import { rehearseBooking, sendBooking, sendNewClient } from './send-booking.ts'

export interface BookingOptions extends WantedOptions {
  book(): LiveBook
  onBooked(card: Card): void
}

/** An appointment being booked: what is entered, what that comes to, and what stands against it. */
export interface Booking extends WantedPlace {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly problem: (field: DraftField) => string | undefined
  /** What stands against it and belongs to no field. */
  readonly loose: Accessor<readonly string[]>
  readonly refused: Accessor<Refused | undefined>
  readonly failure: Accessor<RequestFailed | undefined>
  readonly busy: Accessor<boolean>
  /** Whether anything that was entered would be lost. */
  readonly isDirty: () => boolean
  /** Books what is entered, or the same elsewhere. */
  readonly submit: (instead?: Alternative, override?: Override) => Promise<void>
}

export function createBooking(first: Draft, options: BookingOptions): Booking {
  const [draft, setDraft] = createStore<Draft>({ ...first })
  const [entryProblems, setEntryProblems] = createSignal<EntryProblems>({})
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [busy, setBusy] = createSignal(false)
  const wanted = createWanted(draft, options)
  const question = createMemo(() => questionOf(draft, wanted.place(), options.book()), undefined, {
    equals: isSameQuestion,
  })
  const rehearsal = createRehearsal(question, rehearseBooking)
  const ids = makeIds()

  async function submit(instead?: Alternative, override?: Override): Promise<void> {
    const place = instead ?? wanted.place()
    const found = entryProblemsOf(draft, place)
    setFailure(undefined)
    setEntryProblems(found)
    if (busy() || Object.keys(found).length > 0 || !place) return
    setBusy(true)
    try {
      const clientId = draft.client?.id ?? (await keepNewClient())
      if (clientId) await book(clientId, place, override)
    } catch (reason) {
      setFailure(asFailure(reason))
    } finally {
      setBusy(false)
    }
  }

  /** Puts a new client into the book, whatever becomes of the appointment. */
  async function keepNewClient(): Promise<string | undefined> {
    const entries = { ...draft.newClient! }
    const answer = await sendNewClient(entries, ids.of(entries))
    if ('client' in answer) {
      setDraft({ client: answer.client, newClient: undefined })
      return answer.client.id
    }
    setEntryProblems(Object.fromEntries(answer.problems.map((each) => [fieldOf(each.path) ?? 'name', each.message])))
    return undefined
  }

  async function book(clientId: string, place: Place, override: Override | undefined): Promise<void> {
    const input = inputOfDraft(draft, clientId, place, override)
    const id = ids.of(input)
    const live = options.book()
    live.begin({ id, place, clientMutationId: id, card: cardOfDraft(draft, place, wanted.type()!, id) })
    try {
      const answer = await sendBooking({ ...input, clientMutationId: id })
      ids.forget()
      if ('problems' in answer) return rehearsal.tell(answer)
      batch(() => {
        live.apply({ kind: 'answer', card: answer })
        live.settle(id)
      })
      options.onBooked(answer)
    } finally {
      live.settle(id)
    }
  }

  return {
    ...wanted,
    draft,
    set(change) {
      setDraft(change)
      setEntryProblems({})
      setFailure(undefined)
    },
    problem: (field) => entryProblems()[field] ?? messagesOf(rehearsal.refused(), field),
    loose: () => (question() ? looseOf(rehearsal.refused()) : wanted.guess()),
    refused: rehearsal.refused,
    failure,
    busy,
    isDirty: () => draft.client !== undefined || draft.newClient !== undefined || draft.notes !== '',
    submit,
  }
}

/** Undefined while the server has nothing to judge: there is no client yet, or no time. */
function questionOf(
  draft: Draft,
  place: Place | undefined,
  book: LiveBook,
): RehearsalQuestion<BookAppointmentInput> | undefined {
  if (!draft.client || !place) return undefined
  const { byResource } = book.truth()
  const input = inputOfDraft({ ...draft, notes: '' }, draft.client.id, place)
  const stand = [byResource.get(place.therapistId), place.roomId === null ? undefined : byResource.get(place.roomId)]
  return { input, stand }
}

function messagesOf(refused: Refused | undefined, field: DraftField): string | undefined {
  const own = refused?.problems.filter((each) => fieldOf(each.path) === field)
  return own?.map((each) => each.message).join(' ') || undefined
}

function looseOf(refused: Refused | undefined): readonly string[] {
  return refused?.problems.filter((each) => fieldOf(each.path) === undefined).map((each) => each.message) ?? []
}
