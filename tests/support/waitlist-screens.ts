import type { AppOptions } from './app.ts'
import { openScreens, type Screens } from './calendar-page.ts'
import { MONDAY } from './desk.ts'
import { makePerson, type Person } from './sign-in.ts'
import { makeWaitlistDesk, type WaitlistDesk } from './waitlist-desk.ts'

export interface WaitlistScreens extends Screens {
  /** A clinic of its own where people wait, and a receptionist who can sign in. */
  newList(): Promise<WaitlistDesk & { readonly receptionist: Person }>
}

/** The program as people have it, with those who wait. */
export async function openWaitlistScreens(
  options: AppOptions = {},
  settings?: NonNullable<Parameters<typeof makeWaitlistDesk>[2]['settings']>,
): Promise<WaitlistScreens> {
  const screens = await openScreens(options)
  return {
    ...screens,
    async newList() {
      const list = await makeWaitlistDesk(screens.app, screens.database, {
        now: options.now ?? (() => MONDAY),
        settings,
      })
      const { clinic } = list.desk
      const receptionist = await makePerson(screens.db, clinic.id, { role: 'receptionist', name: 'Rosa Quinn' })
      return { ...list, receptionist }
    },
  }
}
