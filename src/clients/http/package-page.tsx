import { html } from 'hono/html'
import type { Child } from 'hono/jsx'

import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { packageWords, type PackageWords } from '#clients/words/package-words'
import { formatFor, type Format } from '#domain/kernel/texts/format'
import { dateIn } from '#domain/time/zone'
import { own } from '#domain/kernel/own'
import type { People } from '#ports/people'
import type { PersonalPackage } from '#schemas/clients/erasure'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'

type Reader = { readonly people: People; readonly model: Model; readonly language: Language; readonly name: string }
type Scene = Reader & { readonly t: PackageWords; readonly format: Format }

/**
 * Everything that is kept of a client as one page of its own, which a browser prints or saves as PDF: it loads nothing and runs
 * nothing. It says all that the package says; what it says in words stands beside as it is kept.
 */
export async function packagePage(pack: PersonalPackage, reader: Reader): Promise<{ name: string; body: string }> {
  const { language, model, name } = reader
  const { timezone } = model.calendar
  const t = packageWords[language]
  const scene: Scene = { ...reader, t, format: formatFor(language, timezone) }
  const page = (
    <html lang={language}>
      <Head title={t.title} />
      <body>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        <dl>
          <Row label={t.of}>
            {name} <small>{pack.client}</small>
          </Row>
          <Row label={t.on}>
            <Moment at={pack.at} scene={scene} />
          </Row>
        </dl>
        {[...new Set(pack.parts.map(({ room }) => room))].map((room) => (
          <Room room={room} parts={pack.parts.filter((part) => part.room === room)} scene={scene} />
        ))}
        <Readers readers={pack.readers} scene={scene} />
      </body>
    </html>
  )
  return {
    name: `personal-data-${dateIn(timezone, pack.at)}.html`,
    body: `<!doctype html>\n${String(await html`${page}`)}`,
  }
}

function Head({ title }: { readonly title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>{title}</title>
      <style>{style}</style>
    </head>
  )
}

function Readers({ readers, scene }: { readonly readers: PersonalPackage['readers']; readonly scene: Scene }) {
  const { t, people } = scene
  return (
    <>
      <h2>{t.readers}</h2>
      {readers.length === 0 ? <p>{t.nobody}</p> : null}
      <dl>
        {readers.map(({ employee, at }) => (
          <Row label={<data value={employee}>{own(people.employees, employee)?.name ?? employee}</data>}>
            <Moment at={at} scene={scene} />
          </Row>
        ))}
      </dl>
    </>
  )
}

/** For a screen and for A4: black on white, nothing torn in two that fits on a page. */
const style = [
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:11pt/1.45 system-ui,sans-serif;color:#000;background:#fff;overflow-wrap:anywhere}',
  'h2{margin-top:2rem;border-bottom:1px solid #999;break-after:avoid}h3{margin-bottom:.3rem;break-after:avoid}',
  'section.part small{display:block}section.part{margin:.6rem 0;padding-left:.8rem;border-left:3px solid #ccc}dl{margin:0}',
  '.row{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 1rem;break-inside:avoid-page}.row .row{grid-template-columns:minmax(5rem,8rem) 1fr}',
  'dt{color:#444}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}small{color:#666}ol{margin:0;padding-left:1.4rem}',
  '@media(max-width:34rem){.row,.row .row{grid-template-columns:1fr}.row dd{margin-bottom:.3rem}}',
  '@page{margin:18mm}@media print{body{margin:0;max-width:none;font-size:10pt}}',
].join('\n')

type Part = PersonalPackage['parts'][number]

function Room({ room, parts, scene }: { room: string; parts: readonly Part[]; scene: Scene }) {
  const { t } = scene
  const places = [...new Set(parts.map(({ place }) => place))]
  return (
    <>
      <h2>
        <data value={room}>{own(t.rooms, room) ?? room}</data>
      </h2>
      {places.map((place) => (
        <>
          <h3>
            <data value={place}>{own(t.places, place) ?? place}</data>
          </h3>
          {parts
            .filter((part) => part.place === place)
            .map(({ id, says }) => (
              <section class="part">
                <Value of={says} at="" scene={scene} />
                <small>{id}</small>
              </section>
            ))}
        </>
      ))}
    </>
  )
}

function Row({ label, children }: { label: Child; children?: Child }) {
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What stands under a key: things by their keys, lists in their order, all else in words. */
function Value({ of, at, scene }: { of: unknown; at: string; scene: Scene }) {
  if (Array.isArray(of)) return <List of={of} at={at} scene={scene} />
  if (of !== null && typeof of === 'object')
    return (
      <dl>
        {Object.entries(of)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => (
            <Row label={<data value={key}>{labelOf(key, scene)}</data>}>
              <Value of={value} at={key} scene={scene} />
            </Row>
          ))}
      </dl>
    )
  return <Single of={of} at={at} scene={scene} />
}

function List({ of, at, scene }: { of: readonly unknown[]; at: string; scene: Scene }) {
  if (of.length === 0) return <>{scene.t.nothing}</>
  return (
    <ol>
      {of.map((one) => (
        <li>
          <Value of={one} at={at} scene={scene} />
        </li>
      ))}
    </ol>
  )
}

/** What a key is called: by the product, or by the company where it is a field of its own; else by the key. */
function labelOf(key: string, { t, model }: Scene): string {
  return own(t.keys, key) ?? fieldOf(key, model)?.name ?? key
}

const employeeKeys = new Set(['owner', 'createdBy', 'by', 'employee', 'responsible', 'closedBy', 'issuedBy'])
const codeKeys = new Set([
  'kind',
  'state',
  'stands',
  'direction',
  'way',
  'act',
  'result',
  'place',
  'did',
  'became',
  'for',
])
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/
const aDay = /^\d{4}-\d\d-\d\d$/

function Single({ of, at, scene }: { of: unknown; at: string; scene: Scene }) {
  const { t, format, language } = scene
  if (of === null || of === undefined || of === '') return <small>{t.nothing}</small>
  if (typeof of === 'boolean') return <data value={String(of)}>{of ? t.yes : t.no}</data>
  if (typeof of === 'number') return <data value={String(of)}>{numberText(of, at, format)}</data>
  const value = typeof of === 'string' ? of : JSON.stringify(of)
  if (moment.test(value) && !Number.isNaN(Date.parse(value))) return <Moment at={value} scene={scene} />
  if (aDay.test(value)) return <time datetime={value}>{dayText(value, language)}</time>
  const said = saidOf(value, at, scene)
  return said === undefined ? <>{value}</> : <data value={value}>{said}</data>
}

/** What a value of a list is called: an employee, a word of the product, an option of a field of the company. */
function saidOf(value: string, at: string, { t, people, model }: Scene): string | undefined {
  if (employeeKeys.has(at)) return own(people.employees, value)?.name
  if (codeKeys.has(at)) return own(t.values, value)
  return own(fieldOf(at, model)?.options ?? {}, value)
}

/** A field of the company: of its clients, or of its deals. */
function fieldOf(key: string, { clients, fields }: Model) {
  const { company = {}, person = {} } = clients?.kinds ?? {}
  return own(company, key) ?? own(person, key) ?? own(fields, key)
}

function Moment({ at, scene: { format } }: { at: string; scene: Scene }) {
  return <time datetime={at}>{format.instant(at)}</time>
}

/** Sums are kept in kopecks. */
function numberText(value: number, at: string, { money, number }: Format): string {
  return /kopecks$/i.test(at) ? money(value, 'RUB') : number(value)
}

function dayText(day: string, language: Language): string {
  return language === 'ru' ? dayInDigits(day) : day
}
