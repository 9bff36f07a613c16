export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Why a password may not be chosen, said to the person choosing it; undefined when it may. */
export function passwordProblem(password: string, email: string): string | undefined {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return `Choose a password of at least ${SHORTEST_PASSWORD} characters.`
  if (password.length > LONGEST_PASSWORD) return `Choose a password of at most ${LONGEST_PASSWORD} characters.`
  if (password.toLowerCase() === email.toLowerCase()) return 'Choose a password that is not your e-mail address.'
  if (new Set(password).size < 5) return 'Choose a password with more different characters.'
  return undefined
}
