import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { PictureField } from '../pictures/picture-field.tsx'
import { HueField } from '../ui/hue-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ClinicEntries } from './clinic-entries.ts'

interface BrandFieldsProps {
  readonly form: Form<ClinicEntries>
  /** Of its public pages. */
  readonly path: string
}

/** What the clinic wears where the public sees it. */
export function BrandFields(props: BrandFieldsProps): JSX.Element {
  const { form } = props
  return (
    <fieldset class="clinic-brand">
      <legend>Public pages</legend>
      <p class="field-hint">
        How the clinic looks on{' '}
        <a href={props.path} target="_blank" rel="noopener">
          its pages of events
        </a>
        . Its mails, and the pages their links lead to, wear the colour too.
      </p>
      <BrandPreview {...form.values} />
      <HueField label="Colour" value={form.values.hue} onInput={(hue) => form.set('hue', hue)} />
      <PictureField
        label="Logo"
        hint="Stands beside the name. PNG, JPEG or WebP."
        tells={false}
        value={form.values.logoId}
        problem={form.problem('logoId')}
        onChange={(logo) => form.set('logoId', logo)}
      />
      <TextArea
        label="About the clinic"
        hint="A few words above the list of events."
        value={form.values.about}
        problem={form.problem('about')}
        onInput={(about) => form.set('about', about)}
      />
      <TextField
        label="Host"
        hint="A name under which the pages stand by themselves, like events.example.org. It must lead to this server."
        placeholder="events.example.org"
        value={form.values.host}
        problem={form.problem('host')}
        onInput={(host) => form.set('host', host)}
      />
    </fieldset>
  )
}

/** The head of a public page in small, as it will be. */
function BrandPreview(props: Pick<ClinicEntries, 'hue' | 'logoId' | 'name' | 'about'>): JSX.Element {
  return (
    <div class="brand-preview" style={{ '--hue': props.hue }} aria-hidden="true">
      <p class="brand-name">
        <Show when={props.logoId}>{(logo) => <img src={logo().source} alt="" />}</Show>
        {props.name}
      </p>
      <p class="brand-title">Groups and events</p>
      <Show when={props.about.trim()}>
        <p class="brand-about">{props.about}</p>
      </Show>
      <p class="brand-marks">
        <span>List</span> <u>Teen skills group</u>
      </p>
    </div>
  )
}
