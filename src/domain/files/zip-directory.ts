/** A file within an archive, as the directory of the archive tells of it: sizes in bytes, packed and unpacked. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where its header begins. */
  readonly at: number
}

/** How large an archive may be, in bytes, and how many files it may hold. */
export type ZipLimits = { readonly packed: number; readonly unpacked: number; readonly entries: number }

/** The limits of archives that people send: a packed document never comes near them. */
export const zipLimits: ZipLimits = { packed: 20 * 1024 * 1024, unpacked: 100 * 1024 * 1024, entries: 2_000 }

/** How many times larger unpacked text may be: documents of real life come to 40, bombs begin at 1 000. */
const mostTimes = 200

/** Why an archive is not opened. */
export type ZipFault =
  | { readonly is: 'no_zip' }
  | { readonly is: 'cut' }
  | { readonly is: 'encrypted' }
  | { readonly is: 'too_large'; readonly bytes: number; readonly most: number }
  | { readonly is: 'too_much_inside'; readonly bytes: number; readonly most: number }
  | { readonly is: 'too_many'; readonly count: number; readonly most: number }
  | { readonly is: 'too_dense'; readonly times: number; readonly most: number }

/** Why a workbook is not read; `broken`: what is in the archive is no workbook that can be read. */
export type WorkbookUnread = ZipFault['is'] | 'no_workbook' | 'no_sheet' | 'broken'

const endSign = 0x06054b50
const entrySign = 0x02014b50
const endBytes = 22
const entryBytes = 46

/**
 * What is in an archive by its own directory, before anything is unpacked; or why it is not to be opened. The directory may
 * lie about sizes, so whoever unpacks counts as well.
 */
export function zipDirectory(bytes: Uint8Array, limits: ZipLimits = zipLimits): readonly ZipEntry[] | ZipFault {
  if (bytes.length > limits.packed) return { is: 'too_large', bytes: bytes.length, most: limits.packed }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return { is: 'no_zip' }
  const [count, from] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  // 65 535 is said where a longer directory stands elsewhere: far more than anything of ours holds.
  if (count > limits.entries) return { is: 'too_many', count, most: limits.entries }
  const entries = entriesIn(view, { count, from, end })
  if (!Array.isArray(entries)) return entries
  return entriesFault(entries, bytes.length, limits) ?? entries
}

/** Where the last record of the archive begins: a remark of at most 65 535 bytes may stand behind it. */
function endOf(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endBytes - 65_535)
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSign) return at
  }
  return undefined
}

type Where = { readonly count: number; readonly from: number; readonly end: number }

function entriesIn(view: DataView, { count, from, end }: Where): ZipEntry[] | ZipFault {
  const entries: ZipEntry[] = []
  let at = from
  for (let no = 0; no < count; no += 1) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entrySign) return { is: 'cut' }
    if ((view.getUint16(at + 8, true) & 1) === 1) return { is: 'encrypted' }
    const nameBytes = view.getUint16(at + 28, true)
    const next = at + entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return { is: 'cut' }
    entries.push({
      name: nameIn(view, at + entryBytes, nameBytes),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

function nameIn(view: DataView, from: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + from, length))
}

function entriesFault(
  entries: readonly ZipEntry[],
  bytes: number,
  { unpacked }: Pick<ZipLimits, 'unpacked'>,
): ZipFault | undefined {
  let [size, packed] = [0, 0]
  for (const entry of entries) {
    size += entry.size
    packed += entry.packed
  }
  // Files that lie one within another would be unpacked again and again.
  if (packed > bytes) return { is: 'cut' }
  if (size > unpacked) return { is: 'too_much_inside', bytes: size, most: unpacked }
  const times = Math.round(size / Math.max(1, bytes))
  return times > mostTimes ? { is: 'too_dense', times, most: mostTimes } : undefined
}
