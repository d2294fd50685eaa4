import { openMailer } from '../src/notices/mailer.ts';
import { sendMail } from '../src/notices/outbox.ts';
import { SettableClock } from '../src/platform/clock.ts';
import { openDb } from '../src/platform/db.ts';

/** A process that sends one letter, for a test that kills it in the middle: database, mail server, id of the letter. */
const [databaseUrl = '', smtpUrl = '', id = ''] = process.argv.slice(2);
const { db } = openDb(databaseUrl);
const { send } = openMailer(smtpUrl, 'thidua@phutho.gov.vn');
await sendMail(
  { db, clock: new SettableClock('2018-12-11'), send, publicUrl: 'https://guongsang.phutho.gov.vn' },
  Number(id),
);
