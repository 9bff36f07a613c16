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
    apply(card) {
      calendar?.events.update(eventOf(card))
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
