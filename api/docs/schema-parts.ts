import {
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import { type Html, html } from '../pages/html.ts'

type Field = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument

/** The schema laid open: what can be asked, then every type by its name, each with links to those it names. */
export function schemaParts(schema: GraphQLSchema): Html {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const types = Object.values(schema.getTypeMap())
    .filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.some((each) => each === type),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const operations = roots.flatMap((root) => (root ? [operationsOf(root)] : []))
  return html`${operations}
<h2 id="types">Types</h2>
${types.map(typeEntry)}`
}

const WORDS: Readonly<Record<string, string>> = {
  Query: 'Queries',
  Mutation: 'Mutations',
  Subscription: 'Subscriptions',
}

function operationsOf(root: GraphQLObjectType): Html {
  const fields = Object.values(root.getFields()).sort((a, b) => (a.name < b.name ? -1 : 1))
  return html`<h2 id="${root.name}">${WORDS[root.name] ?? root.name}</h2>
${fields.map(
  (field) => html`<section class="entry" id="${root.name}.${field.name}">
<h3><code>${field.name}</code> <span class="quiet">→ ${typeLink(field.type)}</span></h3>
<p>${field.description}</p>
${field.args.length > 0 && fieldList(field.args)}
</section>
`,
)}`
}

function typeEntry(type: GraphQLNamedType): Html {
  return html`<section class="entry" id="${type.name}">
<h3><code>${type.name}</code> <span class="quiet">${kindOf(type)}</span></h3>
<p>${type.description}</p>
${contentOf(type)}
</section>
`
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'type'
  if (isInputObjectType(type)) return 'input'
  if (isInterfaceType(type)) return 'interface'
  if (isUnionType(type)) return 'union'
  return isEnumType(type) ? 'enum' : 'scalar'
}

function contentOf(type: GraphQLNamedType): Html | false {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return fieldList(Object.values<Field>(type.getFields()))
  if (isEnumType(type)) return valueList(type.getValues())
  if (isUnionType(type))
    return html`<p>One of ${type.getTypes().map((each, at) => html`${at > 0 && ', '}${typeLink(each)}`)}.</p>`
  return false
}

function fieldList(fields: readonly Field[]): Html {
  return html`<dl>${fields.map(
    (field) => html`
<dt><code>${field.name}</code>${'args' in field && field.args.length > 0 && argumentsOf(field.args)} <span class="quiet">${typeLink(field.type)}</span></dt>
<dd>${field.description ?? getNamedType(field.type).description}</dd>`,
  )}
</dl>`
}

function argumentsOf(args: readonly GraphQLArgument[]): Html {
  return html`<span class="quiet">(${args.map((each, at) => html`${at > 0 && ', '}${each.name}: ${typeLink(each.type)}`)})</span>`
}

function valueList(values: readonly GraphQLEnumValue[]): Html {
  return html`<dl>${values.map(
    (each) => html`
<dt><code>${each.name}</code></dt>
<dd>${each.description}</dd>`,
  )}
</dl>`
}

/** The type as it is written, `[Slot!]!`, with a link in the place of its name. */
function typeLink(type: GraphQLType): Html {
  const named = getNamedType(type)
  const [before = '', after = ''] = String(type).split(named.name)
  if (isSpecifiedScalarType(named)) return html`<code>${String(type)}</code>`
  return html`<code>${before}<a href="#${named.name}">${named.name}</a>${after}</code>`
}
