import { planMessages } from '../../actions/plan-messages.ts'
import { planMessages as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const planMessagesTask = task(contract, planMessages)
