import { createSignal, onCleanup } from 'solid-js'
import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { whenEventsChange } from '../events/when-events-change.ts'
import { AttendanceSheetDocument, type AttendanceStatus, RecordAttendanceDocument } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import { attendanceWords, idOf, type Person } from './attendance-words.ts'

/** What is to be noted of somebody; null for nothing. */
interface Wish {
  readonly person: Person
  readonly status: AttendanceStatus | null
}

/** The sheet of one session. What is ticked is seen at once and sent in the order in which it was ticked. */
export function createSheet(sessionId: string) {
  const answer = createAnswer(AttendanceSheetDocument, () => ({ id: sessionId }))
  whenEventsChange(() => void answer.again())
  const [wishes, setWishes] = createSignal<ReadonlyMap<string, Wish>>(new Map())
  const [done, setDone] = createSignal<readonly (readonly Wish[])[]>([])
  const [problem, setProblem] = createSignal<string>()
  const [said, setSaid] = createSignal('')
  let sending: Promise<void> = Promise.resolve()
  let isLeft = false
  onCleanup(() => {
    isLeft = true
  })

  const session = () => answer.data()?.session ?? undefined
  const statusOf = (person: Person): AttendanceStatus | null => {
    const wish = wishes().get(idOf(person))
    return wish ? wish.status : (person.attendance?.status ?? null)
  }

  /** Whoever has gone on to another session is told there. */
  function tell(text: string | undefined): void {
    if (!isLeft) setProblem(text)
    else if (text)
      showToast({ tone: 'problem', text: `${session()?.title ?? 'The last session'} was not noted: ${text}` })
  }

  async function put(asked: readonly Wish[]): Promise<void> {
    const entries = asked.map(({ person: { registrationId, memberId }, status }) =>
      registrationId ? { registrationId, status } : { memberId, status },
    )
    try {
      const input = { sessionId, entries, clientMutationId: v7() }
      const { recordAttendance } = await send(RecordAttendanceDocument, { input })
      const refused = recordAttendance.__typename === 'RegistrationRefused' ? recordAttendance.problems : []
      tell(refused.map((each) => each.message).join(' ') || undefined)
    } catch (reason) {
      const { what, next } = wordsOfFailure(asFailure(reason))
      tell(`${what}. ${next}`)
    }
    if (isLeft) return
    await answer.again()
    // A later wish for the same person stands until it has been answered itself.
    setWishes((before) => new Map([...before].filter(([, wish]) => !asked.includes(wish))))
  }

  function wish(asked: readonly Wish[]): void {
    setWishes((before) => new Map([...before, ...asked.map((each) => [idOf(each.person), each] as const)]))
    setSaid(asked.map(inWords).join(' '))
    sending = sending.then(() => put(asked))
  }

  /** So that it can be taken back. */
  function change(asked: readonly Wish[]): void {
    setDone((before) => [...before, asked.map(({ person }) => ({ person, status: statusOf(person) }))])
    wish(asked)
  }

  return {
    answer,
    session,
    statusOf,
    problem,
    /** What was noted last, for those who listen. */
    said,
    isSaving: (person: Person) => wishes().has(idOf(person)),
    canUndo: () => done().length > 0,
    /** A second tap on the same takes it back. */
    tick: (person: Person, status: AttendanceStatus) =>
      change([{ person, status: statusOf(person) === status ? null : status }]),
    restPresent: () =>
      change(
        (session()?.roster ?? [])
          .filter((person) => statusOf(person) === null)
          .map((person) => ({ person, status: 'PRESENT' as const })),
      ),
    undo: () => {
      const last = done().at(-1)
      if (!last) return
      setDone((before) => before.slice(0, -1))
      wish(last)
    },
  }
}

export type Sheet = ReturnType<typeof createSheet>

function inWords({ person, status }: Wish): string {
  return `${person.name}: ${status ? attendanceWords[status].word.toLowerCase() : 'nothing noted'}.`
}
