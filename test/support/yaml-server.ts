import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'

/** A place in a text as editors count: from 0. */
export type Position = { readonly line: number; readonly character: number }

/** What the language server offers at a place. */
export type Offer = { readonly label: string; readonly documentation: string; readonly inserts: string }

/** What the language server complains about. */
export type Complaint = { readonly line: number; readonly column: number; readonly message: string }

/** The stock language server of the YAML extension, driven as an editor drives it. */
export type YamlServer = {
  readonly complete: (text: string, at: Position) => Promise<readonly Offer[]>
  readonly hover: (text: string, at: Position) => Promise<string>
  readonly complaints: (text: string) => Promise<readonly Complaint[]>
  readonly stop: () => Promise<void>
}

type Item = {
  label: string
  documentation?: string | { value: string }
  insertText?: string
  textEdit?: { newText: string }
}

/** Starts the language server for files of one folder; which schema a file goes by, its first line says. */
export async function startYamlServer(folder: string): Promise<YamlServer> {
  const require = createRequire(import.meta.url)
  const child = spawn(process.execPath, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const settings: Readonly<Record<string, unknown>> = {
    yaml: {
      schemaStore: { enable: false },
      completion: true,
      hover: true,
      validate: true,
    },
  }
  const waiting = new Map<string, (complaints: readonly Complaint[]) => void>()
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => settings[section] ?? null),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('custom/schema/request', () => [])
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (published: { uri: string; diagnostics: readonly { message: string; range: { start: Position } }[] }) => {
      waiting.get(published.uri)?.(
        published.diagnostics.map(({ message, range: { start } }) => ({
          line: start.line + 1,
          column: start.character + 1,
          message,
        })),
      )
    },
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: {},
      },
      workspace: { configuration: true },
    },
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('workspace/didChangeConfiguration', { settings })

  let opened = 0
  const open = async (text: string): Promise<string> => {
    opened += 1
    const uri = `file://${folder}/company-${opened}.yaml`
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    })
    return uri
  }
  return {
    complete: async (text, position) => {
      const uri = await open(text)
      const found: { items: readonly Item[] } = await connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position,
      })
      return found.items.map((item) => ({
        label: item.label,
        documentation: typeof item.documentation === 'string' ? item.documentation : (item.documentation?.value ?? ''),
        inserts: item.textEdit?.newText ?? item.insertText ?? item.label,
      }))
    },
    hover: async (text, position) => {
      const uri = await open(text)
      const found: { contents: { value: string } } | null = await connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position,
      })
      return found?.contents.value ?? ''
    },
    complaints: async (text) => {
      const told = new Promise<readonly Complaint[]>((resolve) => {
        waiting.set(`file://${folder}/company-${opened + 1}.yaml`, resolve)
      })
      await open(text)
      return told
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      connection.dispose()
      await gone
    },
  }
}
