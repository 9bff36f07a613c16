import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import { type Queues, queued } from './queues.ts'

const messages = 10_000

export interface Leaving {
  /** From when all were due until the last had left. */
  readonly seconds: number[]
  readonly lateP95: number[]
  /** Per cent that left within a minute of their time. */
  readonly onTime: number[]
  readonly perSecond: number[]
  readonly barePerSecond: number[]
  readonly cpuMs: number[]
}

export function messagesSection(leaving: Leaving, queues: Queues): Section {
  return {
    bench: 'messages',
    about: `${messages} reminders that are due in one moment, half of them e-mails and half texts, sent by the real program to doubles that answer in 50 ms; and a queue whose jobs do nothing.`,
    rows: [...leavingRows(leaving), ...queueRows(queues)],
    notes: [
      'Each message is looked at once more (appointment, client, consent, hours), written from its template with a link of its own, marked before its provider hears of it, and written down afterwards with its card and both logs. The time counts from the moment it is due: the alarm rings within ten seconds of it.',
      'Planned before by the program’s own planner for 5000 appointments. Everything, the doubles and PostgreSQL too, is on the same cores.',
      `The queues: ${queued} jobs put there one by one, each in a transaction of its own (graphile-worker’s by its addJob), then worked off 20 at a time; from the start of the worker to the end of the last job.`,
    ],
  }
}

function leavingRows({ seconds, lateP95, onTime, perSecond, barePerSecond, cpuMs }: Leaving): Row[] {
  // It must hold every time, not only as a rule.
  const worst = Math.max(...seconds)
  const allOnTime = Math.min(...onTime) >= 95
  return [
    {
      figure: `${messages} due at once, until the last has left`,
      ...{ who: 'ours', value: spreadOf(seconds), unit: 's', target: { text: '< 60 s', met: worst < 60 } },
    },
    {
      figure: 'later than its time, p95',
      ...{
        who: 'ours',
        value: spreadOf(lateP95),
        unit: 's',
        target: { text: '< 60 s', met: Math.max(...lateP95) < 60 },
      },
    },
    {
      figure: 'left within a minute of its time',
      ...{ who: 'ours', value: spreadOf(onTime), unit: '%', target: { text: '≥ 95 %', met: allOnTime } },
    },
    {
      figure: 'messages a second, first to last',
      ...{ who: 'floor: bare fetch, 128 at a time', value: spreadOf(barePerSecond), unit: '/s' },
    },
    {
      figure: 'messages a second, first to last',
      ...{ who: 'ours', value: spreadOf(perSecond), unit: '/s', floor: spreadOf(barePerSecond) },
    },
    { figure: 'the program a message', who: 'ours', value: spreadOf(cpuMs), unit: 'ms CPU' },
  ]
}

function queueRows({ ours, peer, oursPutMs, peerPutMs }: Queues): Row[] {
  return [
    { figure: 'no-op jobs a second', who: 'graphile-worker 0.17.3', value: spreadOf(peer), unit: '/s' },
    { figure: 'no-op jobs a second', who: 'ours (pg-boss)', value: spreadOf(ours), unit: '/s', floor: spreadOf(peer) },
    { figure: 'a job put into the queue', who: 'graphile-worker 0.17.3', value: spreadOf(peerPutMs), unit: 'ms' },
    {
      figure: 'a job put into the queue',
      ...{ who: 'ours (pg-boss)', value: spreadOf(oursPutMs), unit: 'ms', floor: spreadOf(peerPutMs) },
    },
  ]
}
