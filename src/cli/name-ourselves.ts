import { checkUserAgent } from '../fetch/check-user-agent.js';
import { version } from '../model/version.js';
import { UsageError } from './usage-error.js';

const MAIL = /^(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>.]+$/u;

/**
 * The User-Agent. Every request names somebody whom a site can write to; without such a contact no request is sent. The first contact that is given counts.
 * @param contacts each with where it was said, the most particular first
 * @throws UsageError without a contact that somebody could use
 */
export function nameOurselves(
  contacts: readonly [contact: string | null | undefined, where: string][],
): string {
  const [given, where] = contacts.find(([contact]) => contact !== null && contact !== undefined) ?? [];
  if (typeof given !== 'string')
    throw new UsageError(
      'nobody is asked without a contact: --contact with an address of the web or of mail, contact: in the file of sites, or NIANBAO_CONTACT',
    );
  const contact = given.trim();
  const isAddress = /^https?:\/\/[^\s()<>]+\.[^\s()<>]+$/iu.test(contact) && URL.canParse(contact);
  const fault = `${where} is ${JSON.stringify(given)}: it must be an address of the web (https://...) or of mail`;
  if (!isAddress && !MAIL.test(contact)) throw new UsageError(fault);
  if (isAddress && new URL(contact).password !== '')
    throw new UsageError(`${where} holds a password, and would be sent to every site`);
  const userAgent = `nianbao/${version} (+${contact})`;
  try {
    checkUserAgent(userAgent);
  } catch {
    throw new UsageError(`${fault}, in plain ASCII`);
  }
  return userAgent;
}
