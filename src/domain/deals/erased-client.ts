import type { Client } from '#schemas/deal'

/** What an erased client is called: the same whenever it is erased. */
export function erasedName(id: string): string {
  return `– ${id.slice(-4)}`
}

/** Whether the client of a deal has been erased. */
export function isErased({ name = '' }: Client): boolean {
  return /^– \w{4}$/.test(name)
}
