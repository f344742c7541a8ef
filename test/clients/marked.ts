import { allKeyLines } from '#product/lists/key-lines'

/** A client like nobody else: whatever of it stands anywhere is found by these words. */
export type Marked = { readonly name: string; readonly phone: string; readonly email: string }

/** What is looked for of a client, in small letters: parts of the name, digits of the number, the box of the address. */
export function marksOf({ name, phone, email }: Marked): {
  readonly names: readonly string[]
  readonly ways: readonly string[]
} {
  const digits = phone.replaceAll(/\D/g, '')
  return {
    names: name.toLowerCase().split(' '),
    ways: [digits.slice(1), digits.slice(1).split('').toReversed().join(''), email.split('@')[0] ?? ''],
  }
}

/** Which of the words stand in a text. */
export function marksIn(text: string, words: readonly string[]): readonly string[] {
  // A number may be written in groups.
  const small = text.toLowerCase().replaceAll(/(?<=\d)[\s()-]+(?=\d)/g, '')
  return words.filter((word) => word !== '' && small.includes(word))
}

type Item = Readonly<Record<string, unknown>>
type Kind = { readonly room: string; readonly item: string; readonly personal: string | undefined }

const kinds = Object.entries(allKeyLines).flatMap(([room, lines]) =>
  lines.flatMap((line) =>
    line.sk.split(',').map((sk) => ({
      room,
      item: line.item,
      personal: line.personal,
      pk: patternOf(line.pk),
      sk: patternOf(sk.trim()),
    })),
  ),
)

function patternOf(written: string): RegExp {
  const parts = written
    .replaceAll('`', '')
    .split(/\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\#~]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+?')}$`)
}

/** The kind of an item by its key; the one that says most of it where several fit. */
export function kindOf(item: Item): Kind | undefined {
  const [pk, sk] = [String(item['pk']), String(item['sk'])]
  const fit = kinds.filter((kind) => kind.pk.test(pk) && kind.sk.test(sk))
  return fit.toSorted((one, other) => other.pk.source.length - one.pk.source.length)[0]
}
