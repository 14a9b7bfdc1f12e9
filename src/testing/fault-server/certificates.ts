import { generate } from 'selfsigned';

interface Certificate {
  key: string;
  cert: string;
}

const DAY_MS = 86_400_000;

async function make(days: [from: number, to: number]): Promise<Certificate> {
  const at = (day: number): Date => new Date(Date.now() + day * DAY_MS);
  const pems = await generate([{ name: 'commonName', value: 'site.test' }], {
    keyType: 'ec',
    notBeforeDate: at(days[0]),
    notAfterDate: at(days[1]),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'site.test' }] },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}

/** Certificates for site.test, made anew for each run. `good` and `expired` are to be trusted by the test, `own` is not. */
export async function makeCertificates(): Promise<Record<'good' | 'expired' | 'own', Certificate>> {
  const [good, expired, own] = await Promise.all([make([-1, 30]), make([-30, -1]), make([-1, 30])]);
  return { good, expired, own };
}
