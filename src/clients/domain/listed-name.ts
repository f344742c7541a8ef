/** A name as lists are sorted by it. */
export function listedName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')
  return plain
    .replaceAll(/[«»"“”„'’#]/g, '')
    .trim()
    .slice(0, 80)
}

/** The client that a place of a list, `name#id`, leads to. */
export function listedClient(place: string): string {
  return place.slice(place.lastIndexOf('#') + 1)
}
