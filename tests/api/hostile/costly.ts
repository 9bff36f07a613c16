import type { Asked } from './transports.ts'

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ')

/** `{ a { a { … } } }` of fields that exist: a client's appointments' client's appointments … */
function deep(levels: number): string {
  const page = (rest: string, left: number): string =>
    left <= 0 ? rest : `appointments(first: 1) { nodes { client { ${page('id', left - 3)} } } }`
  return `{ clients(first: 1) { nodes { ${page('id', levels - 3)} } } }`
}

/** Fragments each of which spreads the next twice: two to the power of their number of selections. */
function doubling(count: number, last: string): string {
  const chain = times(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)
  return `{ ...F0 } ${chain} fragment F${count} on Query { ${last} }`
}

/** Operations that would cost too much, each with a part of what is said of them. */
export const costly: readonly (Asked & { readonly what: string; readonly says: RegExp })[] = [
  { what: 'eleven levels deep', query: deep(12), says: /levels deep/ },
  {
    what: 'deep inside of fragments',
    query: `{ ...A } fragment A on Query { clients(first: 1) { nodes { ...B } } }
      fragment B on Client { appointments(first: 1) { nodes { client { appointments(first: 1) { nodes { client {
        appointments(first: 1) { nodes { client { id } } } } } } } } } }`,
    says: /levels deep/,
  },
  { what: 'with 16 aliases of one field', query: `{ ${times(16, (i) => `a${i}: __typename`)} }`, says: /one field/ },
  {
    what: 'with two plans for an absence',
    query: `{ ${times(
      2,
      (i) => `a${i}: timeOffPlan(input: { resourceId: "${i}", startsAt: "2026-03-03T05:00:00Z",
      endsAt: "2026-03-04T05:00:00Z" }) { steps { why } }`,
    )} }`,
    says: /one field/,
  },
  { what: 'that repeats one field 2,000 times', query: `{ ${times(2_000, () => '__typename')} }`, says: /one field/ },
  {
    what: 'with 16 aliases spread over fragments',
    query: `{ ${times(16, (i) => `...F${i}`)} } ${times(16, (i) => `fragment F${i} on Query { a${i}: __typename }`)}`,
    says: /one field/,
  },
  {
    what: 'with aliases inside of inline fragments',
    query: `{ ${times(16, (i) => `... on Query { a${i}: __typename }`)} }`,
    says: /one field/,
  },
  {
    what: 'that answers 800 fields under one name',
    query: `{ ${times(800, (i) => `same: field${i}`)} }`,
    says: /one field/,
  },
  {
    what: 'with another operation beside it that is too wide',
    query: `query Good { __typename } query Wide { ${times(16, (i) => `a${i}: __typename`)} }`,
    operationName: 'Good',
    says: /one field/,
  },
  {
    what: 'with 21 unknown directives',
    query: `{ __typename ${times(21, (i) => `@no${i}`)} }`,
    says: /directives/,
  },
  {
    what: 'with directives on the operation itself',
    query: `query Q ${times(21, () => '@skip(if: false)')} { __typename }`,
    says: /directives/,
  },
  { what: 'with fragments that double forty times', query: doubling(40, '__typename'), says: /one field|selections/ },
  { what: 'whose doubling fragments end in nothing', query: doubling(40, '...Missing'), says: /selections/ },
  {
    what: 'that reads 100 times 100 times 3 fields',
    query: `{ clients(first: 100) { nodes { appointments(first: 100) { nodes { id version status } } } } }`,
    says: /read too much/,
  },
  {
    what: 'whose lengths are variables',
    query: `query ($n: Int!) { clients(first: $n) { nodes { appointments(first: $n) { nodes { id version status } } } } }`,
    variables: { n: 100 },
    says: /read too much/,
  },
  {
    what: 'whose lengths are the defaults of variables',
    query: `query ($n: Int! = 100) { clients(first: $n) { nodes { appointments(first: $n) { nodes { id version status } } } } }`,
    says: /read too much/,
  },
  {
    what: 'that buys itself budget with a negative length',
    query: `{ a: clients(first: -2000000000) { nodes { id } }
      b: clients(first: 100) { nodes { appointments(first: 100) { nodes { id version status } } } } }`,
    says: /read too much/,
  },
  {
    what: 'with a chain of 500 fragments',
    query: `{ ...F0 } ${times(500, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F500 on Query { a }`,
    says: /selections|Cannot query/,
  },
  {
    what: 'that repeats pages within pages',
    query: `{ ${times(15, () => `clients(first: 1) { ${times(15, () => 'nodes { id name email phone }')} }`)} }`,
    says: /one field/,
  },
  {
    what: 'that asks for the schema fifteen times over',
    query: `{ __schema { ${times(15, (i) => `t${i}: types { name }`)} } }`,
    says: /one field/,
  },
  {
    what: 'that asks for the schema twice',
    query: '{ a: __schema { types { name } } b: __schema { types { name } } }',
    says: /one field/,
  },
]

/** Operations that are no operations, each with a part of what is said of them. */
export const broken: readonly (Asked & { readonly what: string; readonly says: RegExp })[] = [
  { what: 'of 5,001 tokens', query: `{ ${times(5_000, () => 'a')} }`, says: /token limit|tokens/ },
  { what: 'with lists nested 4,000 deep', query: `{ clients(first: ${'['.repeat(4_000)}`, says: /./ },
  { what: 'with fields nested 2,000 deep', query: '{ a '.repeat(2_000), says: /./ },
  {
    what: 'with fragments in a circle',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    says: /spread fragment "[AB]" within itself/,
  },
  {
    what: 'with a fragment inside of its own field',
    query:
      '{ clients(first: 1) { ...A } } fragment A on ClientConnection { nodes { appointments(first: 1) { nodes { client { id } } } } ...A }',
    says: /within itself/,
  },
  {
    what: 'with a hundred fragments in circles',
    query: `{ clients(first: 1) { nodes { ...F0 } } } ${times(
      100,
      (i) => `fragment F${i} on Client { ${times(10, (j) => `...F${(i + j + 1) % 100}`)} id }`,
    )}`,
    says: /within itself/,
  },
  {
    what: 'that asks for types of types in a circle',
    query: '{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } }',
    says: /within itself/,
  },
  { what: 'that is empty', query: ' ', says: /./ },
  { what: 'that is no GraphQL', query: '<?xml version="1.0"?>', says: /Syntax Error/ },
  { what: 'with a NUL', query: '{ viewer { name\0 } }', says: /Syntax Error/ },
  { what: 'with only a fragment', query: 'fragment A on Query { __typename }', says: /one operation|never used/ },
  {
    what: 'that names an operation it does not hold',
    query: 'query A { __typename }',
    operationName: 'B',
    says: /one operation/,
  },
  {
    what: 'of two operations and no name',
    query: 'query A { __typename } query B { __typename }',
    says: /one operation/,
  },
  {
    what: 'that names none with an empty name',
    query: 'query A { __typename } query B { __typename }',
    operationName: '',
    says: /one operation/,
  },
  { what: 'with a field that is not there', query: '{ nothingOfTheKind }', says: /Cannot query field/ },
  { what: 'that defers', query: '{ ... @defer { __typename } }', says: /Unknown directive/ },
  { what: 'with a variable that is not there', query: '{ clients(first: $n) { nodes { id } } }', says: /\$n/ },
  {
    what: 'with a variable of the wrong type',
    query: 'query ($n: Int!) { clients(first: $n) { nodes { id } } }',
    variables: { n: 'ten' },
    says: /Int cannot represent/,
  },
  {
    what: 'without a variable it needs',
    query: 'query ($n: Int!) { clients(first: $n) { nodes { id } } }',
    says: /was not provided/,
  },
  {
    what: 'with a variable that does not fit 32 bits',
    query: 'query ($n: Int!) { clients(first: $n) { nodes { id } } }',
    variables: { n: -2147483649 },
    says: /32-bit/,
  },
  {
    what: 'with half a number',
    query: 'query ($n: Int!) { clients(first: $n) { nodes { id } } }',
    variables: { n: 1.5 },
    says: /non-integer/,
  },
]
