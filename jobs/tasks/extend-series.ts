import { extendSeries } from '../../actions/extend-series.ts'
import { extendSeries as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const extendSeriesTask = task(contract, extendSeries)
