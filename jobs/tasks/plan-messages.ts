import { planMessages } from '../../actions/plan-messages.ts'
import { planMessages as contract } from '../contracts.ts'
import { task } from '../kit.ts'

export const planMessagesTask = task(contract, planMessages)
