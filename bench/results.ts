import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Spread } from './statistics.ts'

const file = fileURLToPath(new URL('./RESULTS.md', import.meta.url))
const preamble = `# Results

Written by \`npm run bench\`; each bench replaces its own section. A figure is the median of its runs, beside a floor or a
peer measured in the same run, in turns: the ratio is what counts, the milliseconds belong to the machine named.
`

export interface Row {
  figure: string
  who: string
  value: Spread
  unit: string
  floor?: Spread
  /** What is asked of ours; peers and floors are only shown. */
  target?: { text: string; met: boolean }
}

export interface Section {
  bench: string
  about: string
  rows: Row[]
  notes: string[]
}

/** Replaces this bench's section of RESULTS.md and leaves the others as they are. */
export function writeSection(section: Section): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : preamble
  const [head = preamble, ...others] = before.split(/^(?=## )/m)
  const kept = others.filter((text) => !text.startsWith(`## ${section.bench}\n`))
  const all = [...kept.map((text) => text.trimEnd()), sectionText(section)].sort()
  writeFileSync(file, `${[head.trimEnd(), ...all].join('\n\n')}\n`)
}

export function sectionText({ bench, about, rows, notes }: Section): string {
  const lines = [`## ${bench}`, '', about, '', machineLine(), '', tableHead, tableRule, ...rows.map(rowText)]
  return [...lines, ...(notes.length ? ['', ...notes.map((note) => `- ${note}`)] : [])].join('\n')
}

const tableHead = '| figure | of | median | min – max | runs | × floor | target | met |'
const tableRule = '|---|---|---:|---:|---:|---:|---|---|'

function rowText({ figure, who, value, unit, floor, target }: Row): string {
  const ratio = floor ? `${(value.median / floor.median).toFixed(2)}` : ''
  const span = `${amount(value.min)} – ${amount(value.max)}`
  const asked = target ? [target.text, target.met ? 'yes' : '**no**'] : ['', '']
  const cells = [figure, who, `${amount(value.median)} ${unit}`, span, `${value.count}`, ratio, ...asked]
  return `| ${cells.join(' | ')} |`
}

function machineLine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const load = loadavg()[0]?.toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `${availableParallelism()} cores (${processor}), Node ${process.version}, ${day}, load ${load} at the end of the run.`
}

function amount(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
