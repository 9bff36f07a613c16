import type { DemoFile } from './demo-file.ts'

/** Said at the one start that made the demo. */
export function demoWasMade({ url, users }: DemoFile, path: string): readonly string[] {
  const width = (texts: readonly string[]) => Math.max(...texts.map((each) => each.length))
  const roles = width(users.map((each) => each.role))
  const emails = width(users.map((each) => each.email))
  return [
    '',
    'A demo clinic is open, with three weeks in its book. Sign in at',
    '',
    `  ${url}`,
    '',
    ...users.map((each) => `  ${each.role.padEnd(roles)}  ${each.email.padEnd(emails)}  ${each.password}`),
    '',
    'These sign-ins and two API keys were made for this install. They are kept in',
    '',
    `  ${path}`,
    '',
  ]
}

export function demoIsThere(path: string): readonly string[] {
  return [`The sign-ins and API keys of the demo clinic are in ${path}`]
}

/** Said at every start until there is a clinic. */
export function setupAwaits(link: string): readonly string[] {
  return ['', 'There is no clinic yet. This link makes the first one and its administrator, once:', '', `  ${link}`, '']
}
