import DoorOpen from 'lucide-solid/icons/door-open'
import type { JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { LocationsDocument, RoomsDocument } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { createKnownTags } from './create-known-tags.ts'
import { RecordsPage } from './records-page.tsx'
import { RoomPanel } from './room-panel.tsx'
import { daysInWords } from './week.ts'

export default function RoomsPage(): JSX.Element {
  const answer = createAnswer(RoomsDocument, () => ({}))
  const known = createKnownTags()
  const places = createAnswer(LocationsDocument, () => ({}))
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.rooms.find((each) => each.id === id)
  }
  return (
    <RecordsPage
      title="Rooms"
      newLabel="New room"
      rows={answer.data()?.rooms}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      columns={[
        { head: 'Holds', cell: (row) => row.capacity, wideOnly: true },
        { head: 'Features', cell: (row) => row.features.join(', '), wideOnly: true },
        { head: 'Location', cell: (row) => row.location?.name, wideOnly: true },
        {
          head: 'Open',
          cell: (row) => (row.active ? daysInWords(row.weeklyHours) || 'With the clinic' : <Badge>Archived</Badge>),
        },
      ]}
      isAway={(row) => !row.active}
      awayWord="archived"
      empty={{
        icon: DoorOpen,
        title: 'No rooms yet',
        text: 'A room can be booked together with a therapist, and never twice at a time.',
      }}
      panel={(row, close) => (
        <RoomPanel
          room={row}
          knownFeatures={known().features}
          places={places.data()?.locations ?? []}
          latest={latest}
          onSaved={() => void answer.again()}
          onClose={close}
        />
      )}
    />
  )
}
