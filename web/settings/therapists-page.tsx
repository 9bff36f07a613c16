import Stethoscope from 'lucide-solid/icons/stethoscope'
import type { JSX } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { TherapistsDocument } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { createKnownTags } from './create-known-tags.ts'
import { RecordsPage } from './records-page.tsx'
import { TherapistPanel } from './therapist-panel.tsx'
import { daysInWords } from './week.ts'

export default function TherapistsPage(): JSX.Element {
  const answer = createAnswer(TherapistsDocument, () => ({}))
  const known = createKnownTags()
  const latest = async (id: string) => {
    await answer.again()
    return answer.data()?.therapists.find((each) => each.id === id)
  }
  return (
    <RecordsPage
      title="Therapists"
      newLabel="New therapist"
      rows={answer.data()?.therapists}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      columns={[
        { head: 'Title', cell: (row) => row.title, wideOnly: true },
        { head: 'Skills', cell: (row) => row.skills.join(', '), wideOnly: true },
        { head: 'Specialties', cell: (row) => row.specialties.join(', '), wideOnly: true },
        { head: 'Works', cell: (row) => (row.active ? daysInWords(row.weeklyHours) : <Badge>Archived</Badge>) },
      ]}
      isAway={(row) => !row.active}
      awayWord="archived"
      empty={{
        icon: Stethoscope,
        title: 'No therapists yet',
        text: 'A therapist is a column of the calendar, with opening hours and skills.',
      }}
      panel={(row, close) => (
        <TherapistPanel
          therapist={row}
          knownSkills={known().skills}
          latest={latest}
          onSaved={() => void answer.again()}
          onClose={close}
        />
      )}
    />
  )
}
