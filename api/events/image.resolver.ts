import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { uploadImage } from '../../actions/upload-image.ts'
import type { ImageRow } from '../../db/queries/images.ts'
import { type ApiContext, acting } from '../context.ts'
import { UploadImageInput } from './event.inputs.ts'
import { Image } from './event.type.ts'
import { loadersOf } from './event-loaders.ts'
import { UploadImageResult } from './event-results.ts'

@Resolver(() => Image)
export class ImageResolver {
  @FieldResolver(() => String, { description: 'Where it is; what is there never changes.' })
  async url(@Ctx() context: ApiContext, @Root() image: ImageRow): Promise<string> {
    return `${await loadersOf(context).pages.load('pages')}/images/${image.id}`
  }

  @Mutation(() => UploadImageResult, { description: 'Keeps a picture that events and the public pages may show.' })
  uploadImage(@Ctx() context: ApiContext, @Arg('input', () => UploadImageInput) input: UploadImageInput) {
    return uploadImage(acting(context), input)
  }
}
