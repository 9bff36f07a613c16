import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { ImportCalendarInput as Import } from '../../actions/import-calendar.ts'
import type { RefreshExternalCalendarInput as Refresh } from '../../actions/refresh-external-calendar.ts'
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

  @Field(() => String, {
    nullable: true,
    description: 'The host of the address it is read from, every hour; null for a file. The rest may be a secret.',
  })
  host!: string | null

  @Field(() => Int, { description: 'How many of its entries take time.' })
  busyCount!: number

  @Field(() => DateTime, { nullable: true, description: 'When it was last read with success.' })
  readAt!: Instant | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it cannot be read; what it took until then is still taken. Null when all is well.',
  })
  failedAt!: Instant | null

  @Field(() => String, { nullable: true, description: 'Why it cannot be read.' })
  failure!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it is read again; null for a file.' })
  nextReadAt!: Instant | null

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
      'Instead of the text: the https address it is read from, now and every hour, within 5 seconds, at most 5 MB, not from a private network.',
  })
  url?: string | null
}

@InputType({ description: 'A calendar that is to be read now.' })
export class RefreshExternalCalendarInput extends Repeatable implements Refresh {
  @Field(() => ID, { description: 'Which.' })
  id!: string
}

@InputType({ description: 'The end of a calendar that was imported.' })
export class RemoveExternalCalendarInput extends Versioned {}
