/** How a stand-in of 1C reaches the site it exchanges with. */
export type Site = (request: Request) => Response | Promise<Response>

/** A base of 1C, as far as its exchange with a site goes. */
export type OneCBase = {
  /** The documents it has loaded, by their `Ид`, as they came last, and how often each came. */
  readonly loaded: Map<string, { readonly xml: string; readonly times: number }>
  /** Every answer, as its first lines. */
  readonly answers: string[]
  readonly checkAuth: () => Promise<string>
  readonly init: () => Promise<string>
  /** Asks for orders and loads what comes; answers the `Ид` of what came. */
  readonly query: () => Promise<readonly string[]>
  /** Asks for orders and is cut off before it has loaded anything. */
  readonly queryCutOff: () => Promise<void>
  readonly success: () => Promise<string>
  /** Sends bytes in pieces, as large as the site allows where nothing is said. */
  readonly file: (name: string, bytes: Uint8Array, pieceBytes?: number) => Promise<string>
  /** Sends one piece. */
  readonly piece: (name: string, piece: Uint8Array) => Promise<string>
  /** Asks how far a file is, again and again while it is in progress; between two tries something else may happen. */
  readonly importFile: (name: string, between?: () => Promise<void>) => Promise<string>
  /** Begins anew, with another password where one is given. */
  readonly reset: (password?: string) => void
  readonly raw: (query: string, body?: Uint8Array) => Promise<Response>
}

const address = 'http://norma.test/exchange/1c'

/**
 * A stand-in for 1C, the client of the exchange: it knows by `Ид` what it has, brings back the cookie it was given, shows the
 * first lines of every answer to its user, and asks again on `progress`.
 */
export function oneC(site: Site, account: { readonly login: string; readonly password: string }): OneCBase {
  const loaded: OneCBase['loaded'] = new Map()
  const answers: string[] = []
  let [password, cookie, limit] = [account.password, '', 1_000_000]
  const raw = async (query: string, body?: Uint8Array): Promise<Response> => {
    const basic = Buffer.from(`${account.login}:${password}`).toString('base64')
    const headers = { authorization: `Basic ${basic}`, ...(cookie === '' ? {} : { cookie }) }
    const sent = body === undefined ? {} : { body: Buffer.from(body) }
    return site(
      new Request(`${address}?type=sale&${query}`, { method: body === undefined ? 'GET' : 'POST', headers, ...sent }),
    )
  }
  const asked = async (query: string, body?: Uint8Array): Promise<string> => {
    const text = await (await raw(query, body)).text()
    answers.push(text)
    return text
  }
  const load = (text: string): readonly string[] => {
    const documents = [...text.matchAll(/<Документ>.*?<\/Документ>/gs)].map(([xml]) => xml)
    return documents.map((xml) => {
      const id = /<Ид>(.*?)<\/Ид>/.exec(xml)?.[1] ?? ''
      loaded.set(id, { xml, times: (loaded.get(id)?.times ?? 0) + 1 })
      return id
    })
  }
  const piece = (name: string, bytes: Uint8Array) => asked(`mode=file&filename=${encodeURIComponent(name)}`, bytes)
  return {
    loaded,
    answers,
    raw,
    checkAuth: async () => {
      const text = await asked('mode=checkauth')
      const [word, name, value] = text.split('\n')
      cookie = word === 'success' ? `${name}=${value}` : ''
      return text
    },
    init: async () => {
      const text = await asked('mode=init')
      limit = Number(/file_limit=(\d+)/.exec(text)?.[1] ?? limit)
      return text
    },
    query: async () => {
      const text = await (await raw('mode=query')).text()
      // It stops there, and says nothing of success.
      if (text.startsWith('failure')) throw new Error(text)
      return load(text)
    },
    queryCutOff: async () => {
      await (await raw('mode=query')).body?.cancel()
    },
    success: () => asked('mode=success'),
    piece,
    file: async (name, bytes, pieceBytes = limit) => {
      let text = ''
      for (let from = 0; from < bytes.length; from += pieceBytes) {
        text = await piece(name, bytes.subarray(from, from + pieceBytes))
        if (!text.startsWith('success')) return text
      }
      return text
    },
    importFile: async (name, between) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const text = await asked(`mode=import&filename=${encodeURIComponent(name)}`)
        if (!text.startsWith('progress')) return text
        await between?.()
      }
      return 'progress for ever'
    },
    reset: (next = password) => {
      password = next
      cookie = ''
    },
  }
}
