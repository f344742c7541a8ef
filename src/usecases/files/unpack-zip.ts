import { inflateRawSync } from 'node:zlib'

import { zipDirectory, type ZipEntry, type ZipFault, type ZipLimits } from '#domain/files/zip-directory'

/** The files of an archive by their names. */
export type Unpacked = ReadonlyMap<string, Uint8Array>

const [stored, deflated] = [0, 8]
const headerBytes = 30

/**
 * Unpacks an archive that somebody sent, or those of its files that are `wanted`; or says why it does not. Its directory is
 * looked at first, and no file may become larger than the directory said: a bomb is not unpacked by as much as one byte more.
 */
export function unpackZip(
  bytes: Uint8Array,
  { limits, wanted = () => true }: { readonly limits?: ZipLimits; readonly wanted?: (name: string) => boolean } = {},
): Unpacked | ZipFault {
  const entries = zipDirectory(bytes, limits)
  if (!Array.isArray(entries)) return entries as ZipFault
  const files = new Map<string, Uint8Array>()
  for (const entry of entries as readonly ZipEntry[]) {
    if (entry.name.endsWith('/') || !wanted(entry.name)) continue
    const file = unpackEntry(bytes, entry)
    if (file === undefined) return { is: 'cut' }
    files.set(entry.name, file)
  }
  return files
}

/** Whether something is a fault and no files. */
export function isZipFault(found: Unpacked | ZipFault): found is ZipFault {
  return 'is' in found
}

function unpackEntry(bytes: Uint8Array, { at, method, packed, size }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + headerBytes > bytes.length) return undefined
  const from = at + headerBytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const raw = bytes.subarray(from, from + packed)
  if (raw.length !== packed) return undefined
  if (method === stored) return packed === size ? raw : undefined
  if (method !== deflated) return undefined
  if (size === 0) return new Uint8Array()
  try {
    const file = inflateRawSync(raw, { maxOutputLength: size })
    return file.length === size ? file : undefined
  } catch {
    // Broken, or larger than the directory said.
    return undefined
  }
}
