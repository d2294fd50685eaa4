import { createTransport } from 'nodemailer';
import type { Send } from './outbox.ts';

const PATIENCE_MS = 20_000;

/**
 * A sender over the server of `SMTP_URL` (smtp://name:password@host:587, smtps://…:465), one connection a letter at a
 * time: a province sends a few hundred a day.
 */
export function openMailer(smtpUrl: string, from: string): { send: Send; close(): void } {
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 1,
      connectionTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from: { name: 'Gương Sáng', address: from } },
  );
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
