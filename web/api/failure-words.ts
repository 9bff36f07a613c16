import type { FailureCode, RequestFailed } from './failure.ts'

const words: Record<FailureCode, { readonly what: string; readonly next: string }> = {
  OFFLINE: { what: 'You are offline', next: 'Check the network. Nothing you entered is lost.' },
  UNREACHABLE: { what: 'Daybook cannot be reached', next: 'Try again in a moment. Nothing you entered is lost.' },
  TIMED_OUT: { what: 'Daybook is slow to answer', next: 'Try again. A change is never made twice.' },
  BAD_USER_INPUT: { what: 'That cannot be used', next: 'Correct the entry and try again.' },
  UNAUTHENTICATED: { what: 'You are signed out', next: 'Sign in to go on.' },
  FORBIDDEN: { what: 'You may not do this', next: 'An administrator of the clinic can change your role.' },
  NOT_FOUND: { what: 'This is no longer there', next: 'It may have been removed. Reload to see what is.' },
  RATE_LIMITED: { what: 'Too many requests', next: 'Wait a minute, then try again.' },
  TOO_COSTLY: { what: 'That asks for too much at once', next: 'Ask for a smaller part.' },
  CONFLICT: { what: 'Somebody was quicker', next: 'Reload to see what changed, then try again.' },
  INTERNAL: { what: 'Something went wrong here', next: 'Try again. If it stays, tell your administrator.' },
}

/** What happened and what to try, in words for a person. */
export function wordsOfFailure(failure: RequestFailed): { readonly what: string; readonly next: string } {
  const { what, next } = words[failure.code]
  if (failure.code === 'BAD_USER_INPUT') return { what, next: failure.message }
  return failure.requestId ? { what, next: `${next} Request ${failure.requestId}.` } : { what, next }
}
