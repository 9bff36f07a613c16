/** A time on the wall as iCalendar writes it, 20261124T160000, counted as if it stood in UTC. */
export function floating(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
}
