import { latinOf } from '#domain/kernel/latin'

const longest = 60

/** Gives every name an id of the language: in Latin letters, no two alike, none that is reserved. */
export function uniqueIds(reserved: readonly string[], otherwise: string): (name: string) => string {
  const taken = new Set([...reserved, 'constructor'])
  return (name) => {
    const latin = latinOf(name)
      .replaceAll('.', '_')
      .replaceAll(/^[^a-z]+/g, '')
      .slice(0, longest - 4)
      .replaceAll(/_+$/g, '')
    const base = latin === '' ? otherwise : latin
    let id = taken.has(base) || latin === '' ? `${base}_${latin === '' ? 1 : 2}` : base
    for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`
    taken.add(id)
    return id
  }
}
