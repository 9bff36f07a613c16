import { tidyClinic } from '../../actions/tidy-clinic.ts'
import { tidyClinic as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const tidyClinicTask = task(contract, tidyClinic)
