import type { JSX } from 'solid-js'
import { slugOfTitle } from '../../domain/event-slug.ts'
import type { Form } from '../form/create-form.ts'
import { PictureField } from '../pictures/picture-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { EventEntries } from './event-entries.ts'

/** By which picture and address the public knows the event. */
export function PublicFields(props: { readonly form: Form<EventEntries> }): JSX.Element {
  const { form } = props
  const isNew = form.values.version === 0
  return (
    <>
      <PictureField
        label="Picture"
        hint="On its page, in the list and where a link to it is shared. Wide ones fit best."
        tells
        value={form.values.imageId}
        problem={form.problem('imageId')}
        onChange={(picture) => form.set('imageId', picture)}
      />
      <TextField
        label="Address"
        hint={isNew ? 'Empty: made of the title.' : 'It stays when the title changes. Old ones lead to the new one.'}
        placeholder={form.values.title.trim() && slugOfTitle(form.values.title)}
        value={form.values.slug}
        problem={form.problem('slug')}
        onInput={(slug) => form.set('slug', slug)}
      />
    </>
  )
}
