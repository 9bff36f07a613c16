import { Ctx, Query, Resolver } from 'type-graphql'
import { rightsOfCaller } from '../../actions/caller.ts'
import { inClinic } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { type ApiContext, callerOf } from '../context.ts'
import { Clinic, Viewer } from './viewer.type.ts'

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who asks, in which clinic, with which rights.' })
  async viewer(@Ctx() context: ApiContext) {
    const caller = callerOf(context)
    const member = caller.kind === 'member' ? caller : undefined
    return {
      kind: caller.kind,
      name: caller.name,
      email: member?.email ?? null,
      role: member?.role ?? null,
      therapistId: member?.therapistId ?? null,
      clinic: await this.clinic(context),
      rights: [...rightsOfCaller(caller)],
      scopes: caller.kind === 'partner' ? caller.scopes : [],
    }
  }

  @Query(() => Clinic, { description: "The caller's clinic." })
  clinic(@Ctx() context: ApiContext) {
    const { clinicId } = callerOf(context)
    return inClinic(context.services.db, clinicId, (trx) => getClinic(trx, clinicId))
  }
}
