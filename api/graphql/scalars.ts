import { GraphQLError, type GraphQLScalarType, GraphQLScalarType as Scalar } from 'graphql'
import {
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLLocalDate,
  GraphQLLocalTime,
  GraphQLPhoneNumber,
  GraphQLTimeZone,
} from 'graphql-scalars'
import type { Instant } from '../../domain/interval.ts'

/** RFC 3339 on the wire, always answered in UTC; an Instant inside. */
export const DateTime: GraphQLScalarType<Instant, string> = new Scalar<Instant, string>({
  name: 'DateTime',
  description: 'An instant as in RFC 3339, `2026-03-08T14:00:00Z`; answered in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => textOf(value as Instant),
  parseValue: (value) => instantOf(GraphQLDateTime.parseValue(value)),
  parseLiteral: (node, variables) => instantOf(GraphQLDateTime.parseLiteral(node, variables)),
})

const MOST_TEXTS = 10_000
const texts = new Map<Instant, string>()

/** Appointments share few starts and ends: the text of each is made once. */
function textOf(instant: Instant): string {
  const known = texts.get(instant)
  if (known !== undefined) return known
  if (texts.size >= MOST_TEXTS) texts.clear()
  const text = new Date(instant).toISOString()
  texts.set(instant, text)
  return text
}

const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/** RFC 3339 writes years in four digits: what lies beyond, in UTC, could not be answered. */
function instantOf(date: Date): Instant {
  const instant = date.getTime()
  if (instant < FIRST || instant > LAST) throw new GraphQLError('DateTime lies in the years 1 to 9999.')
  return instant
}

export const EmailAddress: GraphQLScalarType = GraphQLEmailAddress
export const LocalDate: GraphQLScalarType = GraphQLLocalDate
export const LocalTime: GraphQLScalarType = GraphQLLocalTime
export const PhoneNumber: GraphQLScalarType = GraphQLPhoneNumber
/** The zones we answer are our own: to look each up among those that exist takes longer than a whole card. */
export const TimeZone: GraphQLScalarType = new Scalar({ ...GraphQLTimeZone.toConfig(), serialize: String })
