import { For, Show } from 'solid-js'
import { carried } from './booking-links.ts'
import { type BookingReading, placeOf, zoneInFull } from './booking-times.ts'

/** In which zone times are shown, which the clinic's is, and the way to another. */
export function ZoneLine(props: BookingReading) {
  const { page, words } = props
  const { choice, clinic, now, path, zone } = page
  const isElsewhere = clinic !== null && clinic.zone !== zone
  return (
    <div class="zone">
      <p>
        {words.zoneIs(zoneInFull(zone, words.locale, now))}{' '}
        <Show when={isElsewhere && clinic}>
          {(there) => <>{words.clinicZone(zoneInFull(there().zone, words.locale, now))}</>}
        </Show>
      </p>
      <details>
        <summary>{words.changeZone}</summary>
        <form method="get" action={path}>
          <For each={carried(choice, { zone: null })}>
            {([name, value]) => <input type="hidden" name={name} value={value} />}
          </For>
          <label>
            {words.zone}
            <select name="zone">
              <For each={zonesWith(zone)}>
                {([area, zones]) => (
                  <optgroup label={area}>
                    <For each={zones}>
                      {(each) => (
                        <option value={each} selected={each === zone}>
                          {placeOf(each)}
                        </option>
                      )}
                    </For>
                  </optgroup>
                )}
              </For>
            </select>
          </label>
          <button type="submit">{words.show}</button>
        </form>
      </details>
    </div>
  )
}

/** Those that there are by their continent, with the one that is shown, however old its name. */
function zonesWith(zone: string): [string, string[]][] {
  const all = [...new Set([...Intl.supportedValuesOf('timeZone'), zone])].sort()
  return [...Map.groupBy(all, (each) => each.split('/')[0] ?? each)]
}
