import type { SelectOption } from '../ui/select-field.tsx'

export function zoneOfBrowser(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Every zone this browser knows, its own among them under whatever name it goes by here. */
export function zoneOptions(): readonly SelectOption<string>[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), zoneOfBrowser(), 'UTC'])
  return [...zones].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
