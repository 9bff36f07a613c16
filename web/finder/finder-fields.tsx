import { type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import type { ChosenClient } from '../booking/draft.ts'
import type { Desk } from '../calendar/desk.ts'
import { showPhone } from '../clients/phone.ts'
import { ClientsDocument, RoomFeaturesDocument } from '../generated/graphql.ts'
import { Chips } from '../ui/chips.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { bookable, type Finder } from './create-finder.ts'
import { windows } from './entries.ts'

interface FinderFieldsProps {
  readonly desk: Desk
  readonly finder: Finder
}

const parts = [
  { value: 'any', label: 'Any time' },
  { value: 'morning', label: 'Mornings' },
  { value: 'afternoon', label: 'Afternoons' },
  { value: 'between', label: 'Between' },
] as const

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, index) => ({
  value: index + 1,
  label: name.slice(0, 3),
  title: name,
}))

const spans = windows.map((value) => ({ value, label: value === '7' ? 'A week' : `${Number(value)} days` }))

/** What is wanted: each change looks again. */
export function FinderFields(props: FinderFieldsProps): JSX.Element {
  const { finder, desk } = props
  const { entries, set } = finder
  return (
    <>
      <SelectField
        label="For"
        value={entries().typeId}
        options={desk.clinic().types.map((each) => ({ value: each.id, label: `${each.name}, ${each.minutes} min` }))}
        onChange={(typeId) => set({ typeId })}
      />
      <Show when={bookable(desk).length > 1}>
        <Chips
          label="Therapist"
          value={entries().therapistIds}
          options={bookable(desk).map((each) => ({ value: each.id, label: each.name }))}
          onChange={(therapistIds) => set({ therapistIds })}
        />
      </Show>
      <Segmented label="Time of day" value={entries().part} options={parts} onChange={(part) => set({ part })} />
      <Show when={entries().part === 'between'}>
        <div class="form-pair">
          <TextField
            label="Not before"
            type="time"
            value={entries().earliest}
            onInput={(earliest) => set({ earliest })}
          />
          <TextField label="Done by" type="time" value={entries().latest} onInput={(latest) => set({ latest })} />
        </div>
      </Show>
      <Chips
        label="Weekdays"
        value={entries().weekdays}
        options={weekdays}
        onChange={(chosen) => set({ weekdays: chosen })}
      />
      <FeatureChips {...props} />
      <div class="form-pair">
        <TextField label="From" type="date" value={entries().from} onInput={(from) => set({ from })} />
        <SelectField
          label="Within"
          value={entries().days as (typeof windows)[number]}
          options={spans}
          onChange={(days) => set({ days })}
        />
      </div>
      <Combobox<ChosenClient>
        label="Client"
        placeholder="Optional: keeps clear of their appointments"
        value={entries().client}
        text={(client) => client.name}
        detail={(client) => [showPhone(client.phone), client.email].filter(Boolean).join(' · ')}
        search={searchClients}
        onChange={(client) => set({ client })}
      />
    </>
  )
}

/** What the clinic's rooms have; a field only where they have anything. */
function FeatureChips(props: FinderFieldsProps): JSX.Element {
  const answer = createAnswer(RoomFeaturesDocument, () => ({}))
  const features = () => [...new Set((answer.data()?.rooms ?? []).flatMap((room) => room.features))].sort()
  return (
    <Show when={features().length > 0}>
      <Chips
        label="The room has"
        value={props.finder.entries().features}
        options={features().map((value) => ({ value, label: value }))}
        onChange={(chosen) => props.finder.set({ features: chosen })}
      />
    </Show>
  )
}

async function searchClients(words: string): Promise<readonly ChosenClient[]> {
  const { clients } = await ask(ClientsDocument, { search: words || null, first: 8, activeOnly: true })
  return clients.nodes
}
