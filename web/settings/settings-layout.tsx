import './settings-layout.css'
import { A, useLocation } from '@solidjs/router'
import Building from 'lucide-solid/icons/building'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarOff from 'lucide-solid/icons/calendar-off'
import CalendarSync from 'lucide-solid/icons/calendar-sync'
import Clock from 'lucide-solid/icons/clock'
import DoorOpen from 'lucide-solid/icons/door-open'
import FileText from 'lucide-solid/icons/file-text'
import KeyRound from 'lucide-solid/icons/key-round'
import ListChecks from 'lucide-solid/icons/list-checks'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import MapPin from 'lucide-solid/icons/map-pin'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Rss from 'lucide-solid/icons/rss'
import ScrollText from 'lucide-solid/icons/scroll-text'
import Shapes from 'lucide-solid/icons/shapes'
import ShieldX from 'lucide-solid/icons/shield-x'
import Stethoscope from 'lucide-solid/icons/stethoscope'
import UsersRound from 'lucide-solid/icons/users-round'
import { createEffect, For, type JSX, on, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { mayDo, mayKeepFeeds, viewer } from '../session/session.ts'
import { roleWords } from '../shell/role-words.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Icon } from '../ui/icon.ts'

interface Section {
  readonly path: string
  readonly word: string
  readonly icon: Icon
  /** Left out: who manages the settings. */
  readonly may?: () => boolean
}

const sections: readonly Section[] = [
  { path: 'clinic', word: 'Clinic', icon: Building },
  { path: 'therapists', word: 'Therapists', icon: Stethoscope },
  { path: 'rooms', word: 'Rooms', icon: DoorOpen },
  { path: 'hours', word: 'Opening hours', icon: Clock },
  { path: 'closures', word: 'Closures', icon: CalendarOff },
  { path: 'locations', word: 'Locations', icon: MapPin },
  { path: 'appointment-types', word: 'Appointment types', icon: Shapes },
  { path: 'online-booking', word: 'Online booking', icon: CalendarCheck },
  { path: 'messages', word: 'Messages', icon: MessagesSquare },
  { path: 'waitlist', word: 'Waitlist', icon: ListOrdered },
  { path: 'templates', word: 'Templates', icon: FileText },
  { path: 'feeds', word: 'Calendar feeds', icon: Rss, may: mayKeepFeeds },
  { path: 'other-calendars', word: 'Other calendars', icon: CalendarSync, may: mayKeepFeeds },
  { path: 'members', word: 'Members', icon: UsersRound },
  { path: 'api-keys', word: 'API keys', icon: KeyRound },
  { path: 'jobs', word: 'Jobs', icon: ListChecks },
  { path: 'audit', word: 'Audit log', icon: ScrollText },
]

export default function SettingsLayout(props: { readonly children?: JSX.Element }): JSX.Element {
  const location = useLocation()
  const here = () => sections.find((section) => location.pathname === `/settings/${section.path}`)
  return (
    <Show when={isFor(here())} fallback={<NotForYou />}>
      <div class="settings">
        <nav class="settings-nav" aria-label="Settings" ref={keepInSight}>
          <p class="settings-word">Settings</p>
          <ul>
            <For each={sections.filter(isFor)}>
              {(section) => (
                <li>
                  <A class="settings-link" href={`/settings/${section.path}`} activeClass="here">
                    <Dynamic component={section.icon} size={15} strokeWidth={1.75} />
                    {section.word}
                  </A>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <div class="settings-page">{props.children}</div>
      </div>
    </Show>
  )
}

function isFor(section: Section | undefined): boolean {
  return section?.may?.() ?? mayDo('MANAGE_SETTINGS')
}

/** On a phone the sections are a strip that scrolls. */
function keepInSight(nav: HTMLElement): void {
  const location = useLocation()
  const path = () => location.pathname
  createEffect(on(path, () => nav.querySelector('.here')?.scrollIntoView({ block: 'nearest', inline: 'center' })))
}

function NotForYou(): JSX.Element {
  return (
    <>
      <TopBar title="Settings" />
      <EmptyState
        icon={ShieldX}
        title="Settings are for administrators"
        text={`You are signed in as ${roleWords(viewer().role).toLowerCase()}. An administrator of ${viewer().clinic.name} can change the settings, or your role.`}
      />
    </>
  )
}
