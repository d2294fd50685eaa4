import pg from 'pg';

/** The address of another database on the same server. */
export function onDatabase(serverUrl: string, name: string): string {
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** Does something over a connection of its own, which is closed afterwards. */
export async function withServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs statements one after the other over a connection of their own; answers the rows of the last. */
export const runOn = <Row>(url: string, ...statements: string[]): Promise<Row[]> =>
  withServer(url, async (server) => {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await server.query(statement)).rows as Row[];
    return rows;
  });
