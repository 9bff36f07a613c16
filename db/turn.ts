import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement, and under which name it is prepared: empty for one that is not kept. */
export interface NamedStatement {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Answered {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly Row[]
}

export interface Asked extends NamedStatement {
  readonly resolve: (answer: Answered) => void
  readonly reject: (error: unknown) => void
}

type Row = Record<string, unknown>
type Parser = (text: string) => unknown

/** The columns of a statement's rows: they stay what they are as long as it is prepared. */
type Columns = readonly { readonly name: string; readonly parse: Parser }[]

/** What one connection has learned of the statements that it has prepared. */
export interface Prepared {
  readonly columns: Map<string, Columns>
  readonly parserOf: (type: number) => Parser
}

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

/** As pg has it; its types leave out what its own queries use. */
interface Wire {
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
  readonly stream: { cork(): void; uncork(): void }
  parse(statement: { readonly name: string; readonly text: string }): void
  bind(values: { readonly statement: string; readonly values: readonly (string | Buffer | null)[] }): void
  describe(portal: { readonly type: 'P' }): void
  execute(portal: object): void
  sync(): void
}

/**
 * The statements of one turn to Postgres, which travel in one packet and are answered in one: with one Sync for all of
 * them rather than one each, Postgres wakes nobody before the last is done. What follows one that failed is not run.
 */
export class Turn extends pg.Query {
  /** Of the statement that is being answered: pg notes under it what has been prepared. */
  name = ''
  text = ''
  readonly asked: readonly Asked[]
  readonly #prepared: Prepared
  readonly #answers: Answered[] = []
  #rows: Row[] = []
  #columns: Columns | undefined
  /** What could not be sent. */
  #broken: { readonly error: unknown } | undefined
  /** What was answered and could not be read. */
  #unread: { readonly error: unknown } | undefined
  #wire: Wire | undefined

  constructor(asked: readonly Asked[], prepared: Prepared) {
    super({ text: '' })
    this.asked = asked
    this.#prepared = prepared
    this.#begin()
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire
    this.#wire = wire
    wire.stream.cork()
    try {
      for (const each of this.asked) this.#send(wire, each)
    } catch (error) {
      // A value that cannot be sent: what stands before it is answered, the rest was never asked.
      this.#broken = { error }
    } finally {
      wire.sync()
      wire.stream.uncork()
    }
  }

  #send(wire: Wire, { name, text, values }: Asked): void {
    const sent = values.map((each) => prepareValue(each))
    if (name === '') wire.parse({ name, text })
    else if (wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined) {
      wire.parse({ name, text })
      wire.submittedNamedStatements[name] = text
    }
    wire.bind({ statement: name, values: sent })
    if (!this.#prepared.columns.has(name)) wire.describe({ type: 'P' })
    wire.execute({})
  }

  #begin(): void {
    const next = this.asked[this.#answers.length]
    this.#rows = []
    this.#columns = next && this.#prepared.columns.get(next.name)
    this.name = next?.name ?? ''
    this.text = next?.text ?? ''
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const { columns, parserOf } = this.#prepared
    this.#columns = fields.map(({ dataTypeID, name }) => ({ name, parse: parserOf(dataTypeID) }))
    if (this.name !== '') columns.set(this.name, this.#columns)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#columns!, fields))
    } catch (error) {
      this.#unread ??= { error }
    }
  }

  /** There was nothing to do. */
  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const words = text.split(' ')
    const count = words.length > 1 ? Number(words.at(-1)) : NaN
    if (!this.#columns && this.name !== '') this.#prepared.columns.set(this.name, [])
    this.#answers.push({ command: words[0]!, rowCount: Number.isNaN(count) ? null : count, rows: this.#rows })
    this.#begin()
  }

  handleReadyForQuery(): void {
    if (this.#unread) this.#answers.length = 0
    for (const [at, answer] of this.#answers.entries()) this.asked[at]!.resolve(answer)
    const failed = this.#unread ?? this.#broken
    if (failed) this.#rejectRest(failed.error)
  }

  handleError(error: unknown): void {
    for (const [at, answer] of this.#answers.entries()) this.asked[at]!.resolve(answer)
    this.#rejectRest(error)
  }

  /** Postgres skipped what follows the one that failed: what was to be prepared with it was not. */
  #rejectRest(error: unknown): void {
    const rest = this.asked.slice(this.#answers.length)
    for (const { name } of rest) delete this.#wire?.submittedNamedStatements[name]
    for (const { reject } of rest) reject(error)
  }
}

function rowOf(columns: Columns, fields: readonly (string | null)[]): Row {
  const row: Row = {}
  for (const [at, { name, parse }] of columns.entries()) {
    const text = fields[at] ?? null
    row[name] = text === null ? null : parse(text)
  }
  return row
}
