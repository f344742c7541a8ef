import type { Target } from './blocks'

/** Gives the address of a page of the playbook, and of a place on it. */
export type Address = (target: Target) => string

/** Text that is safe within HTML and within an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
