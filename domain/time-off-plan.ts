/**
 * What may become of an appointment in somebody's absence: the same time with a cover therapist or in another room,
 * another time, cancelled with word to the client, or left standing and flagged.
 */
export const planStepKinds = ['cover', 'another_time', 'cancel', 'leave'] as const
export type PlanStepKind = (typeof planStepKinds)[number]
