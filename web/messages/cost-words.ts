interface Cost {
  readonly amount: number
  readonly currency: string
}

/** "$0.0079": a text costs less than a cent. */
export function costInWords({ amount, currency }: Cost): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 4 }).format(amount)
}
