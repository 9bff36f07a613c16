import { DayPilot } from '@daypilot/daypilot-lite-javascript'
import type { Contender } from './contender.ts'
import { type Card, columnWidth, dayText, firstMinute, lastMinute, localText } from './day.ts'

export function makeContender(): Contender {
  let calendar: DayPilot.Calendar | undefined
  return {
    scrollsItself: false,
    mount(host, day) {
      calendar = new DayPilot.Calendar(host, {
        viewType: 'Resources',
        startDate: dayText,
        heightSpec: 'BusinessHoursNoScroll',
        businessBeginsHour: firstMinute / 60,
        businessEndsHour: lastMinute / 60,
        cellHeight: 30,
        hourWidth: columnWidth / 2,
        columns: day.columns.map((column) => ({ id: column.id, name: column.name })),
        events: day.cards.map(eventOf),
      })
      calendar.init()
    },
    apply(cards) {
      const [first, ...others] = cards
      if (!calendar || !first) return
      if (others.length === 0) return calendar.events.update(eventOf(first))
      // events.update draws the whole calendar again each time, so several go in by the list and one drawing.
      const changed = new Map(cards.map((card) => [card.id, eventOf(card)]))
      calendar.events.list = calendar.events.list.map((event) => changed.get(event.id) ?? event)
      calendar.update()
    },
  }
}

function eventOf(card: Card): DayPilot.EventData {
  return {
    id: card.id,
    resource: `column-${card.column}`,
    start: localText(card.startMinute),
    end: localText(card.endMinute),
    text: `${card.client}\n${card.type}`,
    barColor: `oklch(0.6 0.15 ${card.hue})`,
  }
}
