import type { Key } from '#store/key'

/** The keys of who read which clients; the kinds of items are declared in `keys.ts`. */
export const readingKeys = {
  day: ({ reader, day }: { readonly reader: string; readonly day: string }): Key => ({
    pk: `RD#${reader}#${day}`,
    sk: '#',
  }),
  look: ({ reader, day, client }: { readonly reader: string; readonly day: string; readonly client: string }): Key => ({
    pk: `RD#${reader}#${day}`,
    sk: `C#${client}`,
  }),
  turned: (client: string, day: string, reader: string): Key => ({ pk: `RC#${client}`, sk: `${day}#${reader}` }),
} as const
