import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { ImportCalendarInput as Import } from '../../actions/import-calendar.ts'
import type { Instant } from '../../domain/interval.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({
  description: 'A calendar of a therapist’s own, kept elsewhere, whose entries take the therapist’s time here.',
})
export class ExternalCalendar {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises when what it takes changes.' })
  version!: number

  @Field(() => ID, { description: 'Whose it is.' })
  therapistId!: string

  @Field(() => String, { description: 'How it is called here.' })
  name!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was last read.' })
  readAt!: Instant | null

  @Field(() => DateTime, { description: 'When it was first imported.' })
  createdAt!: Instant
}

@InputType({ description: 'A calendar of a therapist’s own, as another program writes it.' })
export class ImportCalendarInput extends Repeatable implements Import {
  @Field(() => ID, { description: 'Whose it is.' })
  therapistId!: string

  @Field(() => String, {
    description:
      'How it is called here, at most 100 characters; the same name again replaces what was imported under it.',
  })
  name!: string

  @Field(() => String, { nullable: true, description: 'The text of an .ics file.' })
  ics?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Instead of the text: the https address it is read from, once, within 5 seconds, at most 5 MB, not from a private network.',
  })
  url?: string | null
}

@InputType({ description: 'The end of a calendar that was imported.' })
export class RemoveExternalCalendarInput extends Versioned {}
