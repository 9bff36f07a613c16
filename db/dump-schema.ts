import { type Kysely, sql } from 'kysely'

const HEADER = '-- The schema as Postgres has it after every migration. Written by `npm run generate:db`; do not edit.'

/** A readable and stable picture of the schema, for people and for diffs. It is not meant to be run. */
export async function dumpSchema(db: Kysely<unknown>): Promise<string> {
  const names = await tables(db)
  const parts = await Promise.all([schemas(db), functions(db), ...names.map((each) => table(db, each)), views(db)])
  return `${[HEADER, ...parts.filter((each) => each !== '')].join('\n\n')}\n`
}

const ours = sql`nspname in ('public', 'auth', 'daybook_internal')`
/** Whatever came with an extension is not ours. */
const notOfAnExtension = (catalog: string) =>
  sql`not exists (select from pg_depend where classid = ${sql.lit(catalog)}::regclass and objid = o.oid and deptype = 'e')`

async function lines(db: Kysely<unknown>, query: ReturnType<typeof sql<{ line: string }>>): Promise<string[]> {
  const { rows } = await query.execute(db)
  return rows.map((each) => each.line)
}

async function schemas(db: Kysely<unknown>): Promise<string> {
  const statements = await lines(
    db,
    sql`
      select 'create extension ' || extname || ';' as line, 1 as part, extname::text as name
        from pg_extension where extname <> 'plpgsql'
      union all
      select 'create schema ' || nspname || ';', 2, nspname from pg_namespace where ${ours} and nspname <> 'public'
      union all
      select 'grant ' || lower(privilege_type) || ' on schema ' || nspname || ' to ' || rolname || ';', 3, nspname || privilege_type
        from pg_namespace, aclexplode(nspacl) join pg_roles r on r.oid = grantee where ${ours} and rolname = 'daybook_app'
      order by part, name`,
  )
  return statements.join('\n')
}

async function functions(db: Kysely<unknown>): Promise<string> {
  const definitions = await lines(
    db,
    sql`
      select pg_get_functiondef(o.oid) || ';' as line
      from pg_proc o join pg_namespace n on n.oid = pronamespace
      where ${ours} and ${notOfAnExtension('pg_proc')} order by nspname, proname, o.oid::regprocedure::text`,
  )
  return definitions.join('\n\n')
}

async function tables(db: Kysely<unknown>): Promise<string[]> {
  return lines(
    db,
    sql`
      select o.oid::regclass::text as line from pg_class o join pg_namespace n on n.oid = relnamespace
      where ${ours} and relkind in ('r', 'p') and relname not like 'kysely%' and ${notOfAnExtension('pg_class')}
      order by nspname <> 'public', nspname, relname`,
  )
}

async function table(db: Kysely<unknown>, name: string): Promise<string> {
  const body = [...(await columns(db, name)), ...(await constraints(db, name))].map((each) => `  ${each}`)
  const around = [await indexes(db, name), await security(db, name), await triggers(db, name), await grants(db, name)]
  return [`create table ${name} (`, body.join(',\n'), ');', ...around.flat()].join('\n')
}

async function views(db: Kysely<unknown>): Promise<string> {
  const definitions = await lines(
    db,
    sql`
      select concat('create view ', o.oid::regclass, ' with (' || array_to_string(reloptions, ', ') || ')', E' as\n',
          pg_get_viewdef(o.oid),
          E'\ngrant ' || (select string_agg(lower(privilege_type), ', ' order by privilege_type)
            from aclexplode(relacl) join pg_roles r on r.oid = grantee where rolname = 'daybook_app')
            || ' on ' || o.oid::regclass || ' to daybook_app;') as line
      from pg_class o join pg_namespace n on n.oid = relnamespace
      where ${ours} and relkind in ('v', 'm') and ${notOfAnExtension('pg_class')} order by o.oid::regclass::text`,
  )
  return definitions.join('\n\n')
}

function columns(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
        case when attnotnull then 'not null' end,
        case when attgenerated <> '' then 'generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
          when attidentity <> '' then 'generated as identity'
          else 'default ' || pg_get_expr(adbin, adrelid) end) as line
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attnum`,
  )
}

/** Newer versions of Postgres also list every "not null" among the constraints; the columns say that already. */
function constraints(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
      from pg_constraint where conrelid = ${name}::regclass and contype in ('p', 'u', 'f', 'c', 'x')
      order by position(contype::text in 'puxcf'), conname`,
  )
}

function indexes(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select pg_get_indexdef(indexrelid) || ';' as line from pg_index
      where indrelid = ${name}::regclass
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
      order by indexrelid::regclass::text`,
  )
}

function security(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select line from (
        select 1 as part, 'alter table ' || oid::regclass || ' enable row level security'
          || case when relforcerowsecurity then ', force row level security;' else ';' end as line
          from pg_class where oid = ${name}::regclass and relrowsecurity
        union all
        select 2, concat('create policy ', quote_ident(polname), ' on ', polrelid::regclass,
            case when polpermissive then '' else ' as restrictive' end,
            ' for ', case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
              when 'w' then 'update' else 'delete' end,
            E'\n  using (' || pg_get_expr(polqual, polrelid) || ')',
            E'\n  with check (' || pg_get_expr(polwithcheck, polrelid) || ')', ';')
          from pg_policy where polrelid = ${name}::regclass
      ) security order by part, line`,
  )
}

function triggers(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select pg_get_triggerdef(oid) || ';' as line from pg_trigger
      where tgrelid = ${name}::regclass and not tgisinternal order by tgname`,
  )
}

function grants(db: Kysely<unknown>, name: string): Promise<string[]> {
  return lines(
    db,
    sql`
      select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || c.oid::regclass
        || ' to ' || rolname || ';' as line
      from pg_class c, aclexplode(relacl) join pg_roles r on r.oid = grantee
      where c.oid = ${name}::regclass and rolname = 'daybook_app' group by c.oid, rolname
      union all
      select 'grant ' || lower(privilege_type) || ' (' || string_agg(quote_ident(attname), ', ' order by attnum) || ') on '
        || attrelid::regclass || ' to ' || rolname || ';'
      from pg_attribute, aclexplode(attacl) join pg_roles r on r.oid = grantee
      where attrelid = ${name}::regclass and rolname = 'daybook_app' group by attrelid, privilege_type, rolname
      order by line`,
  )
}
