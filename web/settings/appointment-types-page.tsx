import Shapes from 'lucide-solid/icons/shapes'
import type { JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { type AppointmentTypeRecordFragment, AppointmentTypesDocument } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { AppointmentTypePanel } from './appointment-type-panel.tsx'
import { createKnownTags } from './create-known-tags.ts'
import { priceInWords } from './price.ts'
import { RecordsPage } from './records-page.tsx'

export default function AppointmentTypesPage(): JSX.Element {
  const answer = createAnswer(AppointmentTypesDocument, () => ({}))
  const known = createKnownTags()
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.appointmentTypes.find((each) => each.id === id)
  }
  return (
    <RecordsPage
      title="Appointment types"
      newLabel="New type"
      rows={answer.data()?.appointmentTypes}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      mark={(row) => <HueMark hue={row.hue} />}
      columns={[
        { head: 'Category', cell: (row) => row.category, wideOnly: true },
        { head: 'Length', cell: (row) => (row.active ? `${row.minutes} min` : <Badge>Archived</Badge>), align: 'end' },
        { head: 'Buffers', cell: buffersInWords, wideOnly: true, align: 'end' },
        { head: 'Room', cell: roomInWords, wideOnly: true },
        { head: 'Skills', cell: (row) => row.requiredSkills.join(', '), wideOnly: true },
        { head: 'Price', cell: (row) => priceInWords(row.priceCents), wideOnly: true, align: 'end' },
      ]}
      isAway={(row) => !row.active}
      awayWord="archived"
      empty={{
        icon: Shapes,
        title: 'No appointment types yet',
        text: 'A type says how long an appointment is, what stays free around it, and its colour in the calendar.',
      }}
      panel={(row, close) => (
        <AppointmentTypePanel
          type={row}
          known={known()}
          latest={latest}
          onSaved={() => void answer.again()}
          onClose={close}
        />
      )}
    />
  )
}

function buffersInWords(row: AppointmentTypeRecordFragment): string {
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = row
  return before + after === 0 ? '' : `${before} + ${after} min`
}

function roomInWords(type: AppointmentTypeRecordFragment): string {
  return type.needsRoom ? type.requiredFeatures.join(', ') || 'Any' : 'None'
}
