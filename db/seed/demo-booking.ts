import { sql } from 'kysely'
import { usualBookingSettings } from '../../domain/booking-settings.ts'
import type { IntakeQuestion } from '../../domain/intake.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { saveBookingSettings } from '../queries/booking-settings.ts'
import type { ClinicPlan } from './clinic-plan.ts'

const POLICY =
  'Please move or cancel at least 24 hours before. Later we can seldom give your time to anybody else, and charge half of the fee.'
const CONSENT =
  'We keep what you write here to plan your care, and write to you about this appointment. Nobody else reads it.'

const QUESTIONS: readonly IntakeQuestion[] = [
  { id: 'reason', label: 'What brings you here?', kind: 'long', required: false, choices: [] },
  { id: 'before', label: 'Have you been in therapy before?', kind: 'choice', required: true, choices: ['Yes', 'No'] },
]

/** The demo clinic is booked from outside, and asks something of those who come for the first time. */
export async function writeDemoBooking(trx: Trx, { clinic, offering }: ClinicPlan, now: Instant): Promise<void> {
  const settings = { ...usualBookingSettings, open: true, policy: POLICY, consent: CONSENT, moveNoticeMinutes: 4 * 60 }
  await saveBookingSettings(trx, clinic.id, settings, 0, now)
  await sql`
    update appointment_types set intake_questions = ${JSON.stringify(QUESTIONS)}::jsonb
    where clinic_id = ${clinic.id} and id = ${offering.intake.id}`.execute(trx)
}
