import { useNavigate } from '@solidjs/router'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import type { JSX } from 'solid-js'
import { mayDo } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** A clinic without therapists: there is no column to show. */
export function EmptyClinic(): JSX.Element {
  const navigate = useNavigate()
  const add = () => (
    <Button kind="primary" onClick={() => navigate('/settings/therapists')}>
      Add a therapist
    </Button>
  )
  const maySet = mayDo('MANAGE_SETTINGS')
  return (
    <EmptyState
      icon={CalendarPlus}
      title="The calendar begins with a therapist"
      text={
        maySet
          ? 'Every therapist and every room becomes a column here. Add the first, with the hours worked.'
          : 'Every therapist and every room becomes a column here. An administrator adds them in the settings.'
      }
      action={maySet ? add() : undefined}
    />
  )
}
