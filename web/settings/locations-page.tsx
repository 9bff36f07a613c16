import MapPin from 'lucide-solid/icons/map-pin'
import type { JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { LocationsDocument } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { LocationPanel } from './location-panel.tsx'
import { RecordsPage } from './records-page.tsx'

export default function LocationsPage(): JSX.Element {
  const answer = createAnswer(LocationsDocument, () => ({}))
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.locations.find((each) => each.id === id)
  }
  return (
    <RecordsPage
      title="Locations"
      newLabel="New location"
      rows={answer.data()?.locations}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      columns={[{ head: 'Address', cell: (row) => (row.active ? row.address : <Badge>Archived</Badge>) }]}
      isAway={(row) => !row.active}
      awayWord="archived"
      empty={{
        icon: MapPin,
        title: 'No locations yet',
        text: 'With more than one address, say where each room is and where therapists work when. With one, none is needed.',
      }}
      panel={(row, close) => (
        <LocationPanel location={row} latest={latest} onSaved={() => void answer.again()} onClose={close} />
      )}
    />
  )
}
