import { expirePlaceOffer } from '../../actions/expire-place-offer.ts'
import { expirePlaceOffer as contract } from '../contracts.ts'
import { task } from '../task.ts'

export const expirePlaceOfferTask = task(contract, expirePlaceOffer)
