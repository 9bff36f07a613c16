import './full-calendar.css'
import { Calendar, type FullCalendarEvent } from '@fullcalendar/core'
import resourceTimeGrid from '@fullcalendar/resource-timegrid'
import type { Contender } from './contender.ts'
import { type Card, clockText, dayText, firstMinute, lastMinute, localText } from './day.ts'

export function makeContender(): Contender {
  let calendar: Calendar | undefined
  return {
    scrollsItself: false,
    mount(host, day) {
      calendar = new Calendar(host, {
        schedulerLicenseKey: 'CC-Attribution-NonCommercial-NoDerivatives',
        plugins: [resourceTimeGrid],
        initialView: 'resourceTimeGridDay',
        initialDate: dayText,
        headerToolbar: false,
        allDaySlot: false,
        editable: true,
        contentHeight: 'auto',
        slotMinTime: clockText(firstMinute),
        slotMaxTime: clockText(lastMinute),
        resources: day.columns.map((column, at) => ({ id: column.id, title: column.name, position: at })),
        resourceOrder: 'position',
        events: day.cards.map(eventOf),
      })
      calendar.render()
    },
    apply(cards) {
      // setDates and setResources would each render on their own.
      calendar?.batchRendering(() => {
        for (const card of cards) moveEvent(calendar?.getEventById(card.id), card)
      })
    },
  }
}

function moveEvent(event: FullCalendarEvent | null | undefined, card: Card): void {
  event?.setDates(localText(card.startMinute), localText(card.endMinute))
  event?.setResources([`column-${card.column}`])
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
