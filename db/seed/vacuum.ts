import pg from 'pg'

/** Lets Postgres know what has just been written, which it would else find out minutes later. */
export async function vacuum(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'daybook seed' })
  await owner.connect()
  try {
    await owner.query('vacuum (analyze) resources, therapists, rooms, weekly_hours, clients, appointments, occupancies')
  } finally {
    await owner.end()
  }
}
