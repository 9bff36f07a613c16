/** What a clinic's prices are in unless it says otherwise. */
export const USUAL_CURRENCY = 'USD'

/** The currencies that prices may be in, by their codes of ISO 4217. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency')

/** Whether it is the code of a currency. */
export function isCurrency(code: string): boolean {
  return currencies.includes(code)
}

/** An amount, which is kept in hundredths, as it is read there: "$40.00", "40,00 €", "¥4,000". */
export function moneyInWords(cents: number, currency: string, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100)
}
