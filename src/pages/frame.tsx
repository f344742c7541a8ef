import { raw } from 'hono/html'

import type { Language } from '#schemas/language-names'
import { mostTyped } from '#schemas/search-names'

import type { Manifest } from './assets'
import { Menu } from './menu'
import type { NavId, PageView, Shortcut } from './page'
import { themes, type Theme } from './session'
import { frameTexts, type FrameTexts } from './texts/frame'
import { TopButtons } from './top-buttons'

/** Everything that stands around the content of a page. */
export type FrameParts = {
  readonly view: PageView
  readonly language: Language
  readonly theme: Theme
  readonly path: string
  readonly manifest: Manifest
  readonly nonce?: string
  readonly zone?: string
  readonly script?: string
  readonly worker?: string
  /** Set when what others change appears by itself: the state of the content as it is sent. */
  readonly etag?: string
  readonly nav?: NavId
  /** Whoever is signed in; without them there is no menu. */
  readonly person?: Person
}

/** Who is signed in, as the corner of the page shows them. */
export type Person = {
  readonly name: string
  readonly department?: string
  readonly unread?: number
  /** The entries of the menu they have a use for. */
  readonly may: readonly NavId[]
}

/** A whole page. */
export function Frame(parts: FrameParts) {
  const { view, language, theme, manifest, nonce, zone, script, worker, person } = parts
  const t = frameTexts[language]
  const entries = ['app', ...(script === undefined ? [] : [script])].flatMap((name) => manifest[name] ?? [])
  const beside = worker === undefined ? undefined : assetAddress(manifest[worker]?.file)
  const loads = [...new Set(entries.flatMap((entry) => entry.loads))]
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <title>{`${view.title} · ${t.product}`}</title>
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={assetAddress(manifest['style']?.file)} />
        {loads.map((file) => (
          <link rel="modulepreload" href={assetAddress(file)} />
        ))}
        {entries.map(({ file }) => (
          <script type="module" src={assetAddress(file)} />
        ))}
      </head>
      <body data-zone={zone} data-language={language} data-nonce={nonce} data-worker={beside}>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        {person === undefined ? <PlainTop {...parts} /> : <Top {...parts} person={person} />}
        <main id="main" tabindex={-1} class={view.isWide === true ? 'wide' : undefined} data-etag={parts.etag}>
          {view.body}
        </main>
        {view.aside}
        <div id="toasts" class="toasts" role="status" aria-live="polite" />
        <Keys shortcuts={view.shortcuts ?? []} t={t} />
        <script type="application/json" id="texts">
          {raw(scriptJson(t.script))}
        </script>
      </body>
    </html>
  )
}

/** The address of a bundled file. */
export function assetAddress(file: string | undefined): string {
  return `/app/assets/${file ?? 'missing'}`
}

function Top({ language, theme, path, nav, person }: FrameParts & { readonly person: Person }) {
  const t = frameTexts[language]
  return (
    <header class="top">
      <a class="brand" href="/app">
        <Mark />
        <span>{t.product}</span>
      </a>
      <Menu t={t} nav={nav} may={person.may} />
      <Find t={t} path={path} />
      <TopButtons t={t} path={path} />
      <details class="account" name="top">
        <summary title={person.name}>
          <span class="hidden">{`${t.account}: ${person.name}`}</span>
          <span class="avatar" aria-hidden="true">
            {initials(person.name)}
          </span>
        </summary>
        <div class="sheet">
          <p class="who">
            <strong>{person.name}</strong>
            {person.department === undefined ? null : <span class="quiet">{person.department}</span>}
          </p>
          <Preferences language={language} theme={theme} path={path} />
          <button type="button" class="plain" data-opens="keys">
            {t.shortcuts} <kbd>?</kbd>
          </button>
          <a class="plain" href="/app/notifications">
            {t.notifying}
          </a>
          <a class="plain" href="/app/account">
            {t.signingIn}
          </a>
          <form method="post" action="/app/sign-out">
            <button class="plain">{t.signOut}</button>
          </form>
        </div>
      </details>
    </header>
  )
}

/** The box that finds anything. Without a script Enter opens the page of what was found. */
function Find({ t, path }: { readonly t: FrameTexts; readonly path: string }) {
  const asked = path.startsWith('/app/search?') ? new URLSearchParams(path.slice('/app/search?'.length)).get('q') : null
  return (
    <form class="find" method="get" action="/app/search" role="search">
      <input
        name="q"
        value={asked ?? ''}
        maxlength={mostTyped}
        autocomplete="off"
        inputmode="search"
        enterkeyhint="search"
        placeholder={t.search}
        aria-label={t.find}
        aria-expanded="false"
        aria-controls="found"
        role="combobox"
        aria-haspopup="dialog"
        data-find
      />
      <kbd aria-hidden="true">/</kbd>
      <div id="found" class="found" role="dialog" aria-label={t.found} data-found-list hidden />
    </form>
  )
}

function PlainTop({ language, theme, path }: FrameParts) {
  const t = frameTexts[language]
  return (
    <header class="top">
      <a class="brand" href="/app">
        <Mark />
        <span>{t.product}</span>
      </a>
      <span class="grow" />
      <Preferences language={language} theme={theme} path={path} />
    </header>
  )
}

function Preferences({ language, theme, path }: Pick<FrameParts, 'language' | 'theme' | 'path'>) {
  const t = frameTexts[language]
  return (
    <form method="post" action="/app/preferences" class="preferences">
      <input type="hidden" name="back" value={path} />
      <fieldset class="choice" aria-label={t.language}>
        <Choice name="language" value="en" label="EN" title="English" is={language === 'en'} />
        <Choice name="language" value="ru" label="RU" title="Русский" is={language === 'ru'} />
      </fieldset>
      <fieldset class="choice" aria-label={t.theme}>
        {themes.map((one) => (
          <Choice name="theme" value={one} label={marks[one]} title={t.themes[one]} is={theme === one} />
        ))}
      </fieldset>
    </form>
  )
}

const marks: Readonly<Record<Theme, string>> = { auto: '◐', light: '☀', dark: '☾' }

function Choice({
  name,
  value,
  label,
  title,
  is,
}: Record<'name' | 'value' | 'label' | 'title', string> & { is: boolean }) {
  return (
    <button name={name} value={value} title={title} aria-pressed={is ? 'true' : 'false'}>
      <span aria-hidden="true">{label}</span>
      <span class="hidden">{title}</span>
    </button>
  )
}

function Keys({ shortcuts, t }: { readonly shortcuts: readonly Shortcut[]; readonly t: FrameTexts }) {
  const everywhere: readonly Shortcut[] = [
    { keys: '?', does: t.keys.help },
    { keys: 'g d', does: t.keys.myDay },
    { keys: 'g b', does: t.keys.board },
    { keys: '/', does: t.keys.search },
    { keys: 'f', does: t.keys.filter },
    { keys: 'n', does: t.keys.add },
    { keys: 'Esc', does: t.keys.escape },
  ]
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">{t.shortcuts}</h2>
        <button type="button" class="icon" data-closes aria-label={t.close}>
          ×
        </button>
      </header>
      {shortcuts.length === 0 ? null : <KeyList title={t.shortcutsOf.page} list={shortcuts} />}
      <KeyList title={t.shortcutsOf.all} list={everywhere} />
    </dialog>
  )
}

function KeyList({ title, list }: { readonly title: string; readonly list: readonly Shortcut[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {list.map(({ keys, does }) => (
          <div>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
      <path d="M7 17V7l10 10V7" fill="none" stroke="var(--page)" stroke-width="2.4" stroke-linejoin="round" />
    </svg>
  )
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%231f6f5c'/%3E%3Cpath d='M7 17V7l10 10V7' fill='none' stroke='white' stroke-width='2.4' stroke-linejoin='round'/%3E%3C/svg%3E"

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

/** JSON that cannot end the element it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
