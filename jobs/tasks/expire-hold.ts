import { expireHold } from '../../actions/expire-hold.ts'
import { expireHold as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const expireHoldTask = task(contract, expireHold)
