import './rail.css'
import { A } from '@solidjs/router'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import CalendarOff from 'lucide-solid/icons/calendar-off'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Presentation from 'lucide-solid/icons/presentation'
import Settings from 'lucide-solid/icons/settings'
import UsersRound from 'lucide-solid/icons/users-round'
import { For, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from '../ui/icon.ts'
import { PersonMenu } from './person-menu.tsx'

interface Place {
  readonly path: string
  readonly word: string
  readonly icon: Icon
}

const places: readonly Place[] = [
  { path: '/calendar', word: 'Calendar', icon: CalendarDays },
  { path: '/waitlist', word: 'Waitlist', icon: ListOrdered },
  { path: '/groups', word: 'Events', icon: Presentation },
  { path: '/clients', word: 'Clients', icon: UsersRound },
  { path: '/messages', word: 'Messages', icon: MessagesSquare },
  { path: '/time-off', word: 'Time off', icon: CalendarOff },
  { path: '/settings', word: 'Settings', icon: Settings },
]

export function Rail(): JSX.Element {
  return (
    <nav class="rail" aria-label="Main">
      <ul class="rail-places">
        <For each={places}>
          {(place) => (
            <li>
              <A class="rail-link" href={place.path} activeClass="here">
                <Dynamic component={place.icon} size={18} strokeWidth={1.75} />
                {place.word}
              </A>
            </li>
          )}
        </For>
      </ul>
      <PersonMenu />
    </nav>
  )
}
