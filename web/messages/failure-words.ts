interface Failed {
  readonly failureCode: string | null
  readonly failure: string | null
}

/** What the usual codes of Twilio and Postmark mean to whoever has to do something about it. */
const words: Readonly<Record<string, string>> = {
  '21211': 'This is not a telephone number.',
  '21408': 'The clinic’s account may not text to that country.',
  '21610': 'The number has asked for no more texts.',
  '21614': 'The number is not a mobile phone’s.',
  '30003': 'The phone is switched off or out of reach.',
  '30004': 'The number blocks these texts.',
  '30005': 'The number does not exist, or no longer.',
  '30006': 'The number is a landline, or its company cannot be reached.',
  '30007': 'The telephone company took it for spam.',
  '30008': 'The telephone company gave no reason.',
  busy: 'The line was busy.',
  'no-answer': 'Nobody picked up.',
  '300': 'This is not an e-mail address.',
  '406': 'Mail to this address came back before, so none is sent there.',
  HardBounce: 'There is no such e-mail address.',
  BadEmailAddress: 'This is not an e-mail address.',
  SoftBounce: 'The mailbox took no mail: it may be full.',
  Blocked: 'The reader’s mail server refused it.',
  DnsError: 'The address’s domain takes no mail.',
  SpamNotification: 'The reader’s mail server took it for spam.',
  ManuallyDeactivated: 'The address was taken out of use at Postmark.',
}

/** Why a message failed, in words; what is not known by its code is said as the provider said it. */
export function failureWords({ failureCode, failure }: Failed): string {
  const known = failureCode !== null && Object.hasOwn(words, failureCode) ? words[failureCode] : undefined
  return known ?? failure ?? 'The provider gave no reason.'
}
