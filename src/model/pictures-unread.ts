import { type Issue, issue } from './issue.js';

/** `image-content`: pictures of the content of which nothing was read. Empty where there are none. */
export function picturesUnread(count: number): Issue[] {
  if (count === 0) return [];
  const [images, show] = count === 1 ? ['image stands', 'it shows'] : ['images stand', 'they show'];
  const message = `${count} ${images} in the content; what ${show} was not read.`;
  return [issue('image-content', message)];
}
