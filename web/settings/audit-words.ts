const past: Readonly<Record<string, string>> = {
  archive: 'archived',
  book: 'booked',
  bring: 'brought',
  cancel: 'cancelled',
  create: 'created',
  move: 'moved',
  renew: 'renewed',
  restore: 'restored',
  revoke: 'revoked',
  seed: 'made',
  swap: 'swapped',
  update: 'changed',
}

/** "create API key" as what somebody did: "created API key". A verb that is not known stays as it is. */
export function actionWords(action: string): string {
  const [verb = '', ...rest] = action.split(' ')
  return [past[verb] ?? verb, ...rest].join(' ')
}

/** "expiresAt" as a person reads it: "Expires at". */
export function fieldWords(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
