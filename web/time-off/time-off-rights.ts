import { mayRequestTimeOff, mayWithdrawTimeOff, type Right } from '../../domain/rights.ts'
import { viewer } from '../session/session.ts'

function who() {
  const { rights, therapistId } = viewer()
  return { rights: new Set(rights.map((right) => right.toLowerCase() as Right)), own: therapistId ?? undefined }
}

/** Whether the viewer approves and denies, and takes time off for anybody at once. */
export function mayDecide(): boolean {
  return who().rights.has('decide_time_off')
}

/** Whether the viewer may ask for it. */
export function mayAskFor(resourceId: string): boolean {
  const { rights, own } = who()
  return mayRequestTimeOff(rights, resourceId, own)
}

export function mayWithdraw(timeOff: { readonly resource: { readonly id: string }; readonly status: string }): boolean {
  const { rights, own } = who()
  const { resource, status } = timeOff
  return mayWithdrawTimeOff(rights, { resourceId: resource.id, status: status.toLowerCase() }, own)
}
