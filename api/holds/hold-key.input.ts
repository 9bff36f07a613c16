import { Field, ID, InputType } from 'type-graphql'
import type { HoldKey } from '../../actions/lock-hold.ts'

@InputType({ description: 'A hold, and the proof of having made it.' })
export class HoldKeyInput implements HoldKey {
  @Field(() => ID, { description: 'Which hold.' })
  id!: string

  @Field(() => String, { description: 'The token that holdSlot told.' })
  token!: string
}
