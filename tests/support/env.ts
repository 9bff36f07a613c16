/** An outside server to test against instead of the built-in one; its role needs CREATEDB and CREATEROLE. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL
