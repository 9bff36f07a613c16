import '@event-calendar/core/index.css'
import { createCalendar, type EventCalendar, Interaction, ResourceTimeGrid } from '@event-calendar/core'
import type { Contender } from './contender.ts'
import { type Card, clockText, dayText, firstMinute, lastMinute, localText } from './day.ts'

export function makeContender(): Contender {
  let calendar: EventCalendar | undefined
  return {
    scrollsItself: false,
    mount(host, day) {
      calendar = createCalendar(host, [ResourceTimeGrid, Interaction], {
        view: 'resourceTimeGridDay',
        date: dayText,
        headerToolbar: { start: '', center: '', end: '' },
        allDaySlot: false,
        editable: true,
        slotHeight: 30,
        slotMinTime: clockText(firstMinute),
        slotMaxTime: clockText(lastMinute),
        resources: day.columns.map((column) => ({ id: column.id, title: column.name })),
        events: day.cards.map(eventOf),
      })
    },
    apply(cards) {
      for (const card of cards) calendar?.updateEvent(eventOf(card))
    },
  }
}

function eventOf(card: Card): object {
  return {
    id: card.id,
    resourceId: `column-${card.column}`,
    start: localText(card.startMinute),
    end: localText(card.endMinute),
    title: `${card.client}\n${card.type}`,
    backgroundColor: `oklch(0.6 0.15 ${card.hue})`,
  }
}
