/** The bundled scripts and styles: where they are read from, and what each entry needs. */
export type Assets = {
  /** By entry: its file and those it loads with it. Hashes of the content are part of the names. */
  readonly manifest: () => Promise<Manifest>
  /** The bytes of a file; undefined when there is none of that name. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
}

export type Manifest = Readonly<Record<string, { readonly file: string; readonly loads: readonly string[] }>>

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  map: 'application/json',
  woff2: 'font/woff2',
}

/** Answers with a bundled file. Its name changes with its content, so a browser asks for it once. */
export async function assetResponse(assets: Assets, name: string): Promise<Response> {
  const found = /^[\w.-]+$/.test(name) && name !== 'manifest.json' ? await assets.read(name) : undefined
  if (found === undefined) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(found as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The bundled files of a folder that `readFile` reads from; each is read once. */
export function assetsFrom(readFile: (name: string) => Promise<Uint8Array | undefined>): Assets {
  const kept = new Map<string, Promise<Uint8Array | undefined>>()
  const read = (name: string): Promise<Uint8Array | undefined> => {
    const found = kept.get(name) ?? readFile(name)
    kept.set(name, found)
    found.then(
      (bytes) => bytes === undefined && kept.delete(name),
      () => kept.delete(name),
    )
    return found
  }
  return {
    read,
    manifest: async () => {
      const bytes = await read('manifest.json')
      if (bytes === undefined) throw new Error('The scripts of the pages are not built: run npm run prepare.')
      return JSON.parse(new TextDecoder().decode(bytes)) as Manifest
    },
  }
}
