import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { createForm, type Form } from '../form/create-form.ts'
import { SetWeeklyHoursDocument } from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'
import type { HoursResource } from './hours-page.tsx'
import type { OutsideAppointment } from './outside-dialog.tsx'
import { createWeek, newBlockId, type Week } from './view/create-week.ts'
import { areSameWeeks, type Block } from './week/block.ts'
import { toBlock, toInput } from './week/wire.ts'

interface Entries {
  readonly version: number
  readonly hours: readonly Block[]
}

export interface HoursOptions {
  resource(): HoursResource
  stepMinutes(): number
  placeName(id: string): string
  onReload(): Promise<void>
}

export interface Hours {
  readonly week: Week
  readonly form: Form<Entries>
  readonly isDirty: Accessor<boolean>
  readonly busy: Accessor<boolean>
  /** Whom the hours that are about to be saved leave outside. */
  readonly outside: Accessor<readonly OutsideAppointment[]>
  /** Asks first whom it would leave outside; saves at once where that is nobody. */
  readonly save: () => Promise<void>
  readonly saveAllTheSame: () => Promise<void>
  readonly keepEditing: () => void
  readonly takeTheirs: () => Promise<void>
  readonly keepMine: () => Promise<void>
}

/** The week that is being edited, between the grid and the server. */
export function createHours(options: HoursOptions): Hours {
  const { resource } = options
  const kept = createMemo(() => readWeek(resource()))
  const [base, setBase] = createSignal({ version: resource().version, blocks: kept() })
  const [outside, setOutside] = createSignal<readonly OutsideAppointment[]>([])
  const [rehearsing, setRehearsing] = createSignal(false)
  const { stepMinutes, placeName } = options
  const week = createWeek({ blocks: base().blocks, stepMinutes, placeName })
  const blocks = () => week.editing().blocks
  const isDirty = createMemo(() => !areSameWeeks(blocks(), base().blocks))
  const form = createForm({
    initial: { version: resource().version, hours: [] as readonly Block[] },
    send: (entries: Entries, clientMutationId) => sendHours(resource().id, entries, clientMutationId, false),
    done: ({ resource: saved }) => {
      // What was edited while it was being saved is still to be saved.
      setBase({ version: saved.version, blocks: form.values.hours })
      showToast({ text: `The hours of ${resource().name} are saved.` })
      void options.onReload()
    },
  })

  function restart(): void {
    setBase({ version: resource().version, blocks: kept() })
    week.edit({ type: 'restart', blocks: kept() })
    form.reset({ version: resource().version, hours: [] })
  }
  // What is being edited stays; a version that rose for another reason is no reason to refuse it.
  createEffect(
    on(
      kept,
      (fresh) => {
        if (!isDirty() && !areSameWeeks(fresh, blocks())) restart()
        else if (areSameWeeks(fresh, base().blocks)) setBase({ version: resource().version, blocks: fresh })
      },
      { defer: true },
    ),
  )

  async function submit(): Promise<void> {
    setOutside([])
    form.set('version', base().version)
    form.set('hours', blocks())
    await form.submit()
  }
  async function rehearse(): Promise<void> {
    const entries = { version: base().version, hours: blocks() }
    const answer = await sendHours(resource().id, entries, v7(), true)
    if (answer.__typename === 'WeeklyHoursSet' && answer.outside.length > 0) setOutside(answer.outside)
    // A refusal is shown where the form shows its own.
    else await submit()
  }

  return {
    ...{ week, form, isDirty, outside },
    busy: () => rehearsing() || form.busy(),
    async save() {
      if (rehearsing() || form.busy()) return
      setRehearsing(true)
      try {
        await rehearse()
      } catch (reason) {
        showFailure(reason)
      } finally {
        setRehearsing(false)
      }
    },
    saveAllTheSame: submit,
    keepEditing: () => setOutside([]),
    async takeTheirs() {
      await options.onReload()
      restart()
    },
    async keepMine() {
      await options.onReload()
      setBase({ version: resource().version, blocks: kept() })
      await submit()
    },
  }
}

function readWeek(resource: HoursResource): readonly Block[] {
  return resource.weeklyHours.map((each) => toBlock(each, newBlockId()))
}

async function sendHours(resourceId: string, entries: Entries, clientMutationId: string, validateOnly: boolean) {
  const { version: expectedVersion, hours } = entries
  const input = { resourceId, expectedVersion, hours: hours.map(toInput), validateOnly, clientMutationId }
  return (await send(SetWeeklyHoursDocument, { input })).setWeeklyHours
}
