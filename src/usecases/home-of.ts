import type { Ports } from '#ports/ports'

/** The country in which numbers that do not say theirs are dialled; undefined where the rules name none: then the usual one. */
export async function homeOf({ rules }: Pick<Ports, 'rules'>): Promise<string | undefined> {
  return (await rules.current()).model.clients?.home
}
