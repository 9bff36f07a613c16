import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { checkCalendarKeeper, ownCalendarOf } from '../../actions/change-external-calendar.ts'
import { checkId } from '../../actions/ids.ts'
import { importCalendar } from '../../actions/import-calendar.ts'
import { refreshExternalCalendar } from '../../actions/refresh-external-calendar.ts'
import { removeExternalCalendar } from '../../actions/remove-external-calendar.ts'
import { type ExternalCalendarRow, listExternalCalendars } from '../../db/queries/external-calendars.ts'
import { type ApiContext, acting, callerOf, reading } from '../context.ts'
import { recordResult } from '../records/record-results.ts'
import {
  ExternalCalendar,
  ImportCalendarInput,
  RefreshExternalCalendarInput,
  RemoveExternalCalendarInput,
} from './external-calendar.type.ts'

@ObjectType({ description: 'What stands in the calendar takes the therapist’s time from now on.' })
class CalendarImported {
  @Field(() => ExternalCalendar, { description: 'As kept.' })
  calendar!: ExternalCalendarRow

  @Field(() => Int, { description: 'How many entries take time that did not before.' })
  added!: number

  @Field(() => Int, { description: 'How many take another time than before.' })
  changed!: number

  @Field(() => Int, { description: 'How many that are not over take time no more.' })
  removed!: number

  @Field(() => Int, { description: 'How many could not be understood.' })
  skipped!: number
}

@ObjectType({ description: 'The calendar was read, or it says why it cannot be.' })
class ExternalCalendarRefreshed {
  @Field(() => ExternalCalendar, { description: 'As it stands; with a failure where it cannot be read.' })
  calendar!: ExternalCalendarRow

  @Field(() => Int, { description: 'How many entries take time that did not before.' })
  added!: number

  @Field(() => Int, { description: 'How many take another time than before.' })
  changed!: number

  @Field(() => Int, { description: 'How many that are not over take time no more.' })
  removed!: number

  @Field(() => Int, { description: 'How many could not be understood.' })
  skipped!: number
}

@ObjectType({ description: 'The calendar takes nobody’s time any more.' })
class ExternalCalendarRemoved {
  @Field(() => ExternalCalendar, { name: 'calendar', description: 'As it was.' })
  record!: ExternalCalendarRow
}

const ImportCalendarResult = recordResult('ImportCalendarResult', CalendarImported)
const RefreshExternalCalendarResult = recordResult('RefreshExternalCalendarResult', ExternalCalendarRefreshed)
const RemoveExternalCalendarResult = recordResult('RemoveExternalCalendarResult', ExternalCalendarRemoved)

@Resolver(() => ExternalCalendar)
export class ExternalCalendarsResolver {
  @Query(() => [ExternalCalendar], {
    description:
      'Calendars that were imported: a therapist’s own, or anybody’s for the desk and administrators, who see all when no therapist is named.',
  })
  externalCalendars(
    @Ctx() context: ApiContext,
    @Arg('therapistId', () => ID, { nullable: true }) therapistId?: string | null,
  ) {
    const caller = callerOf(context)
    const whose = therapistId ?? ownCalendarOf(caller)
    if (whose !== undefined) {
      checkId(whose, 'therapist', ['therapistId'])
      checkCalendarKeeper({ caller }, whose)
    }
    return reading(context, 'read_calendar', (trx, clinicId) => listExternalCalendars(trx, clinicId, whose))
  }

  @Mutation(() => ImportCalendarResult, {
    description:
      'Takes what stands in a therapist’s own calendar, from a week ago to 400 days ahead, for time that is taken (EXTERNAL_BUSY). No titles are kept.',
  })
  importCalendar(@Ctx() context: ApiContext, @Arg('input', () => ImportCalendarInput) input: ImportCalendarInput) {
    return importCalendar(acting(context), input, context.services.fetchCalendar)
  }

  @Mutation(() => RefreshExternalCalendarResult, {
    description:
      'Reads a calendar at an address now; asked again within half a minute it is RATE_LIMITED. What it took stays taken where it cannot be read.',
  })
  refreshExternalCalendar(
    @Ctx() context: ApiContext,
    @Arg('input', () => RefreshExternalCalendarInput) input: RefreshExternalCalendarInput,
  ) {
    return refreshExternalCalendar(acting(context), input, context.services.fetchCalendar)
  }

  @Mutation(() => RemoveExternalCalendarResult, { description: 'Forgets a calendar that was imported.' })
  removeExternalCalendar(
    @Ctx() context: ApiContext,
    @Arg('input', () => RemoveExternalCalendarInput) input: RemoveExternalCalendarInput,
  ) {
    return removeExternalCalendar(acting(context), input)
  }
}
