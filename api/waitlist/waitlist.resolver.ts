import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import { auditMissed } from '../../actions/audit-missed.ts'
import { badInput } from '../../actions/errors.ts'
import { type FreedSlot as FreedData, listFreedPage } from '../../db/queries/freed-slots.ts'
import { readFigures } from '../../db/queries/waiting.ts'
import {
  findEntry,
  listEntries,
  listLatest,
  listRankable,
  type RankedEntry,
} from '../../db/queries/waitlist-entries.ts'
import { listOffersPage, type Offer } from '../../db/queries/waitlist-offers.ts'
import type { Instant } from '../../domain/interval.ts'
import type { FreedStatus, OfferStatus } from '../../domain/waitlist-entry.ts'
import { isOnList } from '../../domain/waitlist-entry.ts'
import { scoreTotal } from '../../domain/waitlist-score.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { badCursor, cursorOf, partsOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'
import { FreedSlot, WaitlistFigures, WaitlistOffer } from './offer.type.ts'
import { FreedSlotStatus, WaitlistOfferStatus } from './waitlist.enums.ts'
import { WaitlistFilter } from './waitlist.inputs.ts'
import { WaitlistEntry } from './waitlist.type.ts'

const WaitlistConnection = connectionOf('Waitlist', WaitlistEntry)
const FreedSlotConnection = connectionOf('FreedSlot', FreedSlot)
const WaitlistOfferConnection = connectionOf('WaitlistOffer', WaitlistOffer)

/** The place of a row in its list: a number, the higher the sooner, and an id. */
type Place = readonly [number, string]

@Resolver()
export class WaitlistResolver {
  @Query(() => WaitlistConnection, {
    description: 'Who waits, the highest score first; of those who wait no more, the latest first.',
  })
  async waitlist(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('filter', () => WaitlistFilter, { nullable: true }) filter?: WaitlistFilter | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const { statuses, typeId, therapistId, clientId, ...rest } = filter ?? {}
    if ([typeId, therapistId, clientId].some((id) => id != null && !validate(id)))
      return pageOf<RankedEntry>([], first, () => '')
    const wanted = { ...rest, typeId, therapistId, clientId, statuses: statuses ?? (['waiting', 'offered'] as const) }
    const now = context.services.now()
    const isBoard = wanted.statuses.every(isOnList)
    const placeOf = (each: RankedEntry): Place => [isBoard ? scoreTotal(each, now) : each.updatedAt, each.id]
    const from = placeAfter(after)
    return reading(context, 'read_calendar', async (trx, clinicId) => {
      const ranked = isBoard
        ? (await listRankable(trx, clinicId, wanted)).sort((a, b) => inOrder(placeOf(a), placeOf(b)))
        : await listLatest(trx, clinicId, wanted, {
            first: first + 1,
            after: from && { updatedAt: from[0], id: from[1] },
          })
      const shown = ranked.filter((each) => !from || inOrder(placeOf(each), from) > 0).slice(0, first + 1)
      const entries = await listEntries(
        trx,
        clinicId,
        shown.map((each) => each.id),
      )
      return pageOf(entries, first, (each) => cursorOf(...placeOf(each)))
    })
  }

  @Query(() => WaitlistEntry, { nullable: true, description: 'One entry; null when there is none.' })
  async waitlistEntry(@Ctx() context: ApiContext, @Arg('id', () => ID) id: string) {
    const found = await reading(context, 'read_calendar', async (trx, clinicId) =>
      validate(id) ? findEntry(trx, clinicId, id) : undefined,
    )
    if (!found) await auditMissed(acting(context), 'waitlistEntry', 'waitlist entry', id)
    return found ?? null
  }

  @Query(() => FreedSlotConnection, { description: 'What became free, the latest first.' })
  async freedSlots(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('status', () => [FreedSlotStatus], { nullable: true }) statuses?: FreedStatus[] | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const place = placeAfter(after)
    const rows = await reading(context, 'read_calendar', (trx, clinicId) =>
      listFreedPage(trx, clinicId, {
        ...{ statuses: statuses ?? null, first: first + 1 },
        after: place && { createdAt: place[0], id: place[1] },
      }),
    )
    return pageOf(rows, first, (each: FreedData) => cursorOf(each.createdAt, each.id))
  }

  @Query(() => WaitlistOfferConnection, { description: 'What was offered, the latest first; with `from`, since then.' })
  async waitlistOffers(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('status', () => [WaitlistOfferStatus], { nullable: true }) statuses?: OfferStatus[] | null,
    @Arg('from', () => DateTime, { nullable: true }) from?: Instant | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const place = placeAfter(after)
    const rows = await reading(context, 'read_calendar', (trx, clinicId) =>
      listOffersPage(trx, clinicId, {
        ...{ statuses: statuses ?? null, from: from ?? null, first: first + 1 },
        after: place && { offeredAt: place[0], id: place[1] },
      }),
    )
    return pageOf(rows, first, (each: Offer) => cursorOf(each.offeredAt, each.id))
  }

  @Query(() => WaitlistFigures, { description: 'What came of the waitlist in that time, at most 366 days.' })
  async waitlistFigures(
    @Ctx() context: ApiContext,
    @Arg('from', () => DateTime) start: Instant,
    @Arg('to', () => DateTime) end: Instant,
  ) {
    if (start >= end) throw badInput('`to` comes after `from`.', ['to'])
    if (end - start > LONGEST) throw badInput('At most 366 days are looked at.', ['to'])
    const figures = await reading(context, 'read_calendar', (trx, clinicId) =>
      readFigures(trx, clinicId, { start, end }),
    )
    const answered = figures.accepted + figures.declined + figures.expired
    return { ...figures, conversion: answered === 0 ? null : figures.accepted / answered }
  }
}

const LONGEST = 366 * 24 * 60 * 60_000

function placeAfter(after: string | null | undefined): Place | undefined {
  if (after == null) return undefined
  const [number, id] = partsOf(after)
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || typeof id !== 'string' || !validate(id))
    throw badCursor()
  return [number, id]
}

function inOrder([a, idA]: Place, [b, idB]: Place): number {
  return b - a || (idA < idB ? -1 : idA === idB ? 0 : 1)
}
