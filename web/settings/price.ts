import { moneyInWords } from '../../domain/money.ts'
import { viewer } from '../session/session.ts'

/** In the currency of the clinic. */
export function priceInWords(cents: number | null): string {
  return cents === null ? '' : moneyInWords(cents, viewer().clinic.currency, undefined)
}

/** "120" and "120.50", as a form shows and reads them. */
export function priceEntry(cents: number | null): string {
  if (cents === null) return ''
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
}

export function priceProblem(entry: string): string | undefined {
  return /^(\d{1,6}(\.\d{1,2})?)?$/.test(entry.trim()) ? undefined : 'Write an amount, like 120 or 120.50.'
}

export function readPrice(entry: string): number | null {
  return entry.trim() === '' ? null : Math.round(Number(entry) * 100)
}
