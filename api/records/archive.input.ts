import { Field, InputType } from 'type-graphql'
import type { ArchiveInput as Archive } from '../../actions/change-record.ts'
import { Versioned } from '../graphql/repeatable.ts'

@InputType({ description: 'Out of use, or back into it. Nothing is deleted.' })
export class ArchiveInput extends Versioned implements Archive {
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'True archives, false brings back.' })
  archived?: boolean | null
}
