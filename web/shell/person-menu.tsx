import { useNavigate } from '@solidjs/router'
import CalendarSync from 'lucide-solid/icons/calendar-sync'
import LogOut from 'lucide-solid/icons/log-out'
import Monitor from 'lucide-solid/icons/monitor'
import MonitorX from 'lucide-solid/icons/monitor-x'
import Moon from 'lucide-solid/icons/moon'
import Rss from 'lucide-solid/icons/rss'
import Sun from 'lucide-solid/icons/sun'
import { type JSX, Show } from 'solid-js'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { signOut, signOutEverywhere } from '../session/auth.ts'
import { forgetSession, mayKeepFeeds, viewer } from '../session/session.ts'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx'
import { setTheme, theme } from '../ui/theme.ts'
import { showToast } from '../ui/toast.tsx'
import { firstNameOf, initialsOf } from './initials.ts'
import { roleWords } from './role-words.ts'

export function PersonMenu(): JSX.Element {
  const navigate = useNavigate()
  return (
    <Menu
      triggerClass="rail-person"
      trigger={
        <>
          <span class="initials" aria-hidden="true">
            {initialsOf(viewer().name)}
          </span>
          <span class="rail-person-name">{firstNameOf(viewer().name)}</span>
          <span class="aside">, account</span>
        </>
      }
    >
      <MenuLabel title={viewer().name} detail={`${roleWords(viewer().role)} at ${viewer().clinic.name}`} />
      <MenuSeparator />
      <MenuChoice
        label="Theme"
        value={theme()}
        onChange={setTheme}
        options={[
          { value: 'system', label: 'As the system', icon: Monitor },
          { value: 'light', label: 'Light', icon: Sun },
          { value: 'dark', label: 'Dark', icon: Moon },
        ]}
      />
      <MenuSeparator />
      <Show when={mayKeepFeeds()}>
        <MenuItem icon={Rss} onSelect={() => navigate('/settings/feeds')}>
          Calendar feeds
        </MenuItem>
        <MenuItem icon={CalendarSync} onSelect={() => navigate('/settings/other-calendars')}>
          Other calendars
        </MenuItem>
      </Show>
      <MenuItem icon={LogOut} onSelect={() => leave(signOut)}>
        Sign out
      </MenuItem>
      <MenuItem icon={MonitorX} onSelect={() => leave(signOutEverywhere)}>
        Sign out everywhere
      </MenuItem>
    </Menu>
  )
}

async function leave(way: () => Promise<void>): Promise<void> {
  try {
    await way()
    forgetSession()
  } catch (reason) {
    const words = wordsOfFailure(asFailure(reason))
    showToast({ tone: 'problem', text: `You are still signed in. ${words.what}. ${words.next}` })
  }
}
