export interface Spread {
  median: number
  min: number
  max: number
  count: number
}

export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN, count: sorted.length }
}

export function percentile(values: number[], share: number): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    share,
  )
}

function quantile(sorted: number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? NaN
  const above = sorted[Math.ceil(at)] ?? NaN
  return below + (above - below) * (at - Math.floor(at))
}
