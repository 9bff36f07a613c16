/** A LocalTime cannot say the 24:00 that ends a day inside. */
export function onTheWire(endTime: string): string {
  return endTime === '24:00' ? '00:00' : endTime
}
