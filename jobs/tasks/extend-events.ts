import { extendEvents } from '../../actions/extend-events.ts'
import { extendEvents as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const extendEventsTask = task(contract, extendEvents)
