import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { ImageRow } from '../../db/queries/images.ts'
import type { ApiContext } from '../context.ts'
import { Image } from './event.type.ts'
import { loadersOf } from './event-loaders.ts'

@Resolver(() => Image)
export class ImageResolver {
  @FieldResolver(() => String, { description: 'Where it is; what is there never changes.' })
  async url(@Ctx() context: ApiContext, @Root() image: ImageRow): Promise<string> {
    return `${await loadersOf(context).pages.load('pages')}/images/${image.id}`
  }
}
