/** What the providers prove themselves with; of one that has nothing to prove itself with, nothing is believed. */
export interface WebhookProofs {
  readonly twilioAuthToken?: string
  readonly postmark?: { readonly user: string; readonly password: string }
}
