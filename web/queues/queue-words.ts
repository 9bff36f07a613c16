const words: Readonly<Record<string, string>> = {
  'plan-messages': 'Deciding what is sent',
  'send-messages': 'Sending messages',
  'expire-hold': 'Ending holds',
  'extend-series': 'Extending series',
  'extend-events': 'Extending events',
  'tidy-clinic': 'Daily tidying',
}

/** What the queue does, in words; its own name when there are none. */
export function queueWords(name: string): string {
  return words[name] ?? name
}
