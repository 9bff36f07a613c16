import type { CodegenConfig } from '@graphql-codegen/cli'

const text = { input: 'string', output: 'string' }

export default {
  schema: 'schema.graphql',
  documents: 'web/**/*.graphql',
  generates: {
    'web/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // Plain text is a fifth of the size of parsed documents, and the browser is sent all of them.
        documentMode: 'string',
        enumType: 'const',
        strictScalars: true,
        useTypeImports: true,
        scalars: {
          DateTime: text,
          LocalDate: text,
          LocalTime: text,
          TimeZone: text,
          EmailAddress: text,
          PhoneNumber: text,
        },
      },
    },
  },
} satisfies CodegenConfig
