import { z } from 'zod';

const address = z.string().refine(
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
  },
  { message: 'expected an address that begins with http:// or https:// and holds no password' },
);

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

/** How hard a site may be asked. What is not given is up to the caller. */
const rateSchema = z.strictObject({
  /** Between two requests. */
  delay_ms: z.int().min(0).max(600_000).optional(),
  /** Requests at once. */
  concurrency: z.int().min(1).max(16).optional(),
  /** Requests in one run. */
  requests_max: z.int().min(1).optional(),
});

const overrides = {
  rate: rateSchema.optional(),
  /** No requests between these times, in China Standard Time; may pass midnight. */
  quiet_hours: z
    .strictObject({
      from: z.string().regex(clockTime, 'expected a time as 08:30'),
      to: z.string().regex(clockTime, 'expected a time as 08:30'),
    })
    .optional(),
};

/** One site: where its reports are listed, and what may be expected of it. */
export const siteSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, 'expected lower case letters, digits and hyphens'),
  name: z.string().min(1),
  /** List pages, report pages, sitemaps or JSON lists. */
  start: z.array(address).min(1),
  /** Id of a platform; recognised by its signs where not given. */
  platform: z.string().optional(),
  /** Further hosts that belong to the site, as `www.example.cn` or `127.0.0.1:8080`. Those of `start` always do. */
  hosts: z.array(z.string().min(1)).optional(),
  expect: z.strictObject({ reports_min: z.int().min(0).optional() }).optional(),
  /** What the site's pages are encoded in, where they lie about it. */
  charset: z.string().optional(),
  /** Days after which a report that is known is asked for again; every run where not given. */
  recheck_days: z.number().min(0).max(3650).optional(),
  /** Pages of one list that are asked for. */
  pages_max: z.int().min(1).max(5000).optional(),
  /** Why it is as it is: dated remarks. */
  note: z.string().optional(),
  ...overrides,
});

/** A whole file of sites. `defaults` hold for every site that says nothing else. */
export const sitesFileSchema = z.strictObject({
  /** Whom the sites can write to: an address of the web or of mail. Goes into the User-Agent. */
  contact: z.string().min(1).optional(),
  defaults: z.strictObject({ ...overrides, recheck_days: z.number().min(0).max(3650).optional() }).optional(),
  sites: z.array(siteSchema).min(1),
});

export type Site = z.infer<typeof siteSchema>;
