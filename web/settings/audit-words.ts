const past: Readonly<Record<string, string>> = {
  archive: 'archived',
  book: 'booked',
  bring: 'brought',
  cancel: 'cancelled',
  change: 'changed',
  create: 'created',
  move: 'moved',
  remove: 'removed',
  renew: 'renewed',
  resend: 'sent again the',
  restore: 'restored',
  retry: 'tried again the',
  revoke: 'revoked',
  seed: 'made',
  send: 'sent',
  swap: 'swapped',
  update: 'changed',
  write: 'wrote',
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
