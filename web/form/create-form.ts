import { type Accessor, createSignal } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { v7 } from 'uuid'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import type { RecordProblemCode } from '../generated/graphql.ts'

export interface FormProblem {
  readonly code: RecordProblemCode
  readonly message: string
  readonly path: readonly string[] | null
}

export interface Refused {
  readonly __typename: 'RecordRefused'
  readonly problems: readonly FormProblem[]
}

type FieldName<Values> = keyof Values & string
/** A field, or a part of one: `newClient.phone`. */
type PartName<Values> = FieldName<Values> | `${FieldName<Values>}.${string}`

export interface Form<Values extends object> {
  readonly values: Values
  readonly set: <Key extends FieldName<Values>>(key: Key, value: Values[Key]) => void
  /** Starts over from these values. */
  readonly reset: (values: Values) => void
  /** Why the field was refused. */
  readonly problem: (key: PartName<Values>) => string | undefined
  /** Refusals that belong to no field of the form. */
  readonly loose: Accessor<readonly FormProblem[]>
  /** Somebody else changed the record meanwhile. */
  readonly isStale: Accessor<boolean>
  readonly failure: Accessor<RequestFailed | undefined>
  readonly busy: Accessor<boolean>
  readonly isDirty: Accessor<boolean>
  readonly submit: () => Promise<void>
}

interface Answered {
  readonly __typename: string
}

/** The server's answer when it is not a refusal. */
export type Done<Answer extends Answered> = Exclude<Answer, { readonly __typename: 'RecordRefused' }>

export interface FormOptions<Values extends object, Answer extends Answered> {
  readonly initial: Values
  /** What can be said before asking the server, by field. */
  readonly check?: (values: Values) => Partial<Record<PartName<Values>, string | undefined>>
  /** The id makes a repeated sending of the same entries, after a lost answer, do nothing twice. */
  readonly send: (values: Values, clientMutationId: string) => Promise<Answer>
  readonly done: (answer: Done<Answer>) => void
}

export function createForm<Values extends object, Answer extends Answered>(
  options: FormOptions<Values, Answer>,
): Form<Values> {
  const [values, setValues] = createStore<Values>({ ...options.initial })
  const [problems, setProblems] = createSignal<readonly FormProblem[]>([])
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [busy, setBusy] = createSignal(false)
  const [isDirty, setDirty] = createSignal(false)
  let mutationId = v7()

  const begin = (dirty: boolean) => {
    setDirty(dirty)
    setFailure(undefined)
    mutationId = v7()
  }
  const isOfField = (path: readonly string[] | null | undefined) => path?.some((part) => part in values) ?? false

  const settle = (answer: Answer) => {
    mutationId = v7()
    const refusal = refusalOf(answer)
    setProblems(refusal ?? [])
    if (refusal) return
    setDirty(false)
    options.done(answer as Done<Answer>)
  }
  const fail = (reason: unknown) => {
    const problem = asFailure(reason)
    const { code, message, path } = problem
    if (code === 'BAD_USER_INPUT' && path && isOfField(path)) setProblems([{ code: 'INVALID', message, path }])
    else setFailure(problem)
  }
  const submit = async () => {
    if (busy()) return
    setFailure(undefined)
    const entered = { ...unwrap(values) }
    const found = localProblems(options.check?.(entered) ?? {})
    setProblems(found)
    if (found.length > 0) return
    setBusy(true)
    try {
      settle(await options.send(entered, mutationId))
    } catch (reason) {
      fail(reason)
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    failure,
    busy,
    isDirty,
    submit,
    set: (key, value) => {
      setValues((before) => ({ ...before, [key]: value }))
      setProblems((before) => before.filter((problem) => !problem.path?.includes(key)))
      begin(true)
    },
    reset: (fresh) => {
      setValues({ ...fresh })
      setProblems([])
      begin(false)
    },
    problem: (key) => {
      const parts = key.split('.')
      const own = problems().filter(({ path }) => parts.every((part) => path?.includes(part)))
      return own.map((problem) => problem.message).join(' ') || undefined
    },
    loose: () => problems().filter((problem) => !isOfField(problem.path) && problem.code !== 'STALE_VERSION'),
    isStale: () => problems().some((problem) => problem.code === 'STALE_VERSION'),
  }
}

function localProblems(found: Partial<Record<string, string | undefined>>): FormProblem[] {
  return Object.entries(found).flatMap(([key, message]) =>
    message ? [{ code: 'INVALID' as const, message, path: key.split('.') }] : [],
  )
}

/** The problems of a refusal; undefined when the answer is none. */
export function refusalOf(answer: Answered | Refused): readonly FormProblem[] | undefined {
  return 'problems' in answer ? answer.problems : undefined
}
