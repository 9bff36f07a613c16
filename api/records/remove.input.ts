import { InputType } from 'type-graphql'
import { Versioned } from '../graphql/repeatable.ts'

@InputType({ description: 'Removed for good; the logs remember it.' })
export class RemoveInput extends Versioned {}
