import type { PostBody } from '../model/post-address.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The value of a parameter of a form, or at a path of keys with dots in JSON; null if it is absent. */
export function postParam({ type, text }: PostBody, name: string): string | null {
  if (type === 'form') return new URLSearchParams(text).get(name);
  const value = name.split('.').reduce<Json | undefined>(inside, parse(text));
  return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
}

/** The same body with another number in a parameter that it has; in JSON a number stays a number and a text a text. */
export function withPostParam({ type, text }: PostBody, name: string, value: number): PostBody {
  if (type === 'form') {
    const params = new URLSearchParams(text);
    params.set(name, String(value));
    return { type, text: params.toString() };
  }
  const whole = parse(text);
  const path = name.split('.');
  const key = path.pop()!;
  const parent = path.reduce<Json | undefined>(inside, whole);
  if (typeof parent === 'object' && parent !== null && !Array.isArray(parent))
    parent[key] = typeof parent[key] === 'string' ? String(value) : value;
  return { type, text: JSON.stringify(whole) };
}

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // A rule whose template is no JSON: it has no parameters.
    return null;
  }
};

const inside = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
