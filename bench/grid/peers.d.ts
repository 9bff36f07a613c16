// As much of each peer as the bench calls. Their own types come with bench/peers, which a type check must not need.
declare module '@fullcalendar/core' {
  export class Calendar {
    constructor(host: HTMLElement, options: object)
    render(): void
    batchRendering(act: () => void): void
    getEventById(id: string): FullCalendarEvent | null
  }
  export interface FullCalendarEvent {
    setDates(start: string, end: string): void
    setResources(ids: string[]): void
  }
}
declare module '@fullcalendar/resource-timegrid' {
  const plugin: object
  export default plugin
}
declare module '@event-calendar/core' {
  export interface EventCalendar {
    updateEvent(event: object): EventCalendar
  }
  export function createCalendar(host: HTMLElement, plugins: object[], options: object): EventCalendar
  export const Interaction: object
  export const ResourceTimeGrid: object
}
declare module '@daypilot/daypilot-lite-javascript' {
  export namespace DayPilot {
    interface EventData {
      id: string
      resource: string
      start: string
      end: string
      text: string
      barColor: string
    }
    class Calendar {
      constructor(host: HTMLElement, options: object)
      init(): void
      events: { list: EventData[]; update(event: EventData): void }
      update(): void
    }
  }
}
