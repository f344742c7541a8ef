import type { Context } from 'hono'
import type { Child } from 'hono/jsx'

import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { leastLength } from '#entry/domain/password-fault'
import { countAttempts, type Attempts } from '#entry/domain/attempts'
import { checkPassword } from '#entry/usecases/check-password'
import { changePassword, takeInvitation } from '#entry/usecases/choose-password'
import { readInvitation } from '#entry/usecases/invite-employee'
import { doorFault } from '#http/words/door-refusal'
import { statusOf } from '#http/problem'
import type { PageView } from '#pages/page.tsx'
import { backTo, isFromHere, languageOf, sessionOf, tokenOf, wantedPage } from '#pages/session.tsx'
import type { ShowView, SignIn } from '#pages/sign-in.tsx'
import type { Employee } from '#schemas/people'

import { firstPage, letIn, type OwnSignInParts } from './letting-in'
import { addPasskeyDoors } from './passkey-doors'
import { passkeysAt } from './passkey-place'
import { entryTexts, type EntryTexts } from './texts/sign-in'

/** Signs people in by what they have chosen themselves: a password or a passkey, and before that by a link. */
export function ownSignIn(given: OwnSignInParts): SignIn {
  const parts = { ...given, attempts: given.attempts ?? countAttempts() }
  return {
    end: given.end,
    addTo: (app, show) => {
      app.get('/app/sign-in', (context) => show(context, signInView(context, {}), 200, 'sign-in'))
      app.post('/app/sign-in', (context) => signIn(context, parts, show))
      app.get('/app/invitation/:code', (context) => welcome(context, parts, show))
      app.post('/app/invitation/:code', (context) => take(context, parts, show))
      app.post('/app/account/password', (context) => change(context, parts, show))
      addPasskeyDoors(app, parts)
    },
  }
}

type Parts = OwnSignInParts & { readonly attempts: Attempts }
type Said = { readonly fault?: string; readonly name?: string }

async function signIn(context: Context, parts: Parts, show: ShowView): Promise<Response> {
  if (!isFromHere(context)) return context.redirect('/app/sign-in', 303)
  const form = await context.req.parseBody()
  const [name, password] = [textOf(form['name']), textOf(form['password'])]
  return orSaid(
    context,
    async () => {
      const { id } = await checkPassword(parts.ports, parts.attempts, { name, password })
      await letIn(context, parts, id, 'password')
      return context.redirect(await firstPage(parts, id, wantedPage(textOf(form['back']))), 303)
    },
    (fault, status) => show(context, signInView(context, { fault, name }), status, 'sign-in'),
  )
}

async function welcome(context: Context, { ports }: Parts, show: ShowView): Promise<Response> {
  const employee = await readInvitation(ports, codeOf(context))
  return show(context, welcomeView(context, employee, {}), 200, 'sign-in')
}

async function take(context: Context, parts: Parts, show: ShowView): Promise<Response> {
  if (!isFromHere(context)) throw doorFault('not_found.own_pages')
  const form = await context.req.parseBody()
  const typed = { password: textOf(form['password']), again: textOf(form['again']) }
  const employee = await readInvitation(parts.ports, codeOf(context))
  return orSaid(
    context,
    async () => {
      const { id } = await takeInvitation(parts.ports, codeOf(context), typed)
      await letIn(context, parts, id, 'link')
      return context.redirect(await firstPage(parts, id), 303)
    },
    (fault, status) => show(context, welcomeView(context, employee, { fault }), status, 'sign-in'),
  )
}

async function change(context: Context, parts: Parts, show: ShowView): Promise<Response> {
  if (!isFromHere(context)) throw doorFault('not_found.own_pages')
  const t = entryTexts[languageOf(context)]
  const token = tokenOf(context) ?? ''
  const { employees } = await parts.ports.people.load()
  const me = employees[await parts.whoIs(token)]
  if (me?.active !== true) return context.redirect('/app/sign-in', 303)
  const form = await context.req.parseBody()
  const [present, password, again] = ['present', 'password', 'again'].map((name) => textOf(form[name]))
  const typed = { present: present ?? '', password: password ?? '', again: again ?? '', keep: sessionOf(token) }
  return orSaid(
    context,
    async () => {
      await changePassword(parts.ports, parts.attempts, { employee: me, ...typed })
      return context.redirect('/app/account?done=password', 303)
    },
    (fault, status) => {
      const form = <PasswordForm t={t} fault={fault} login={me.id} action="/app/account/password" hasPresent />
      const body = (
        <section class="narrow">
          <h1>{t.changePassword}</h1>
          {form}
        </section>
      )
      return show(context, { title: t.changePassword, body }, status)
    },
  )
}

/** Does something; what is refused is shown where it was asked. */
async function orSaid(
  context: Context,
  work: () => Promise<Response>,
  say: (fault: string, status: number) => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const answer = await say(await sentenceIn(languageOf(context), error), statusOf(error.code))
    const { retryAfter } = error.extra
    if (typeof retryAfter === 'number') answer.headers.set('retry-after', String(retryAfter))
    return answer
  }
}

function signInView(context: Context, { fault, name = '' }: Said): PageView {
  const t = entryTexts[languageOf(context)]
  const back = backTo(context.req.query('back'))
  return {
    title: t.signIn,
    body: (
      <section class="narrow entry">
        <h1>{t.signIn}</h1>
        <form method="post" action="/app/sign-in" class="form card">
          <input type="hidden" name="back" value={back} />
          <label class="field">
            <span class="label">{t.name}</span>
            <input name="name" value={name} required autocomplete="username webauthn" autofocus />
          </label>
          <label class="field">
            <span class="label">{t.password}</span>
            <input name="password" type="password" required autocomplete="current-password" />
          </label>
          <Problem fault={fault} />
          <button class="primary">{t.signIn}</button>
          {passkeysAt(context.req.url).isPossible ? (
            <>
              <p class="or quiet">{t.or}</p>
              <button type="button" class="secondary" data-passkey="sign-in" data-back={back}>
                {t.passkey}
              </button>
            </>
          ) : null}
        </form>
        <p class="quiet">{t.lost}</p>
      </section>
    ),
  }
}

function welcomeView(context: Context, employee: Employee, { fault }: Said): PageView {
  const t = entryTexts[languageOf(context)]
  const { isPossible, instead } = passkeysAt(context.req.url)
  const title = t.welcome({ name: employee.name })
  return {
    title,
    body: (
      <section class="narrow entry">
        <h1>{title}</h1>
        <p class="quiet">{t.welcomeWhy}</p>
        <section class="card">
          <h2>{t.withPassword}</h2>
          <PasswordForm t={t} fault={fault} login={employee.email ?? employee.id} />
        </section>
        <section class="card">
          <h2>{t.withPasskey}</h2>
          <p class="quiet">{isPossible ? t.passkeyWhy : t.passkeyHere({ address: instead })}</p>
          {isPossible ? (
            <p class="form">
              <button type="button" class="secondary" data-passkey="invitation" data-code={codeOf(context)}>
                {t.makePasskey}
              </button>
            </p>
          ) : null}
        </section>
      </section>
    ),
  }
}

/** Asks for a new password, twice; `login` lets the browser keep it under the right name. */
export function PasswordForm(parts: {
  readonly t: EntryTexts
  readonly login: string
  readonly fault?: string | undefined
  readonly action?: string
  readonly hasPresent?: boolean
  readonly label?: string
}) {
  const { t, login, fault, action, hasPresent = false, label } = parts
  return (
    <form method="post" action={action} class="form">
      <label class="field">
        <span class="label">{t.login}</span>
        <input name="login" value={login} readonly autocomplete="username" />
      </label>
      {hasPresent ? (
        <label class="field">
          <span class="label">{t.present}</span>
          <input name="present" type="password" required autocomplete="current-password" />
        </label>
      ) : null}
      <label class="field">
        <span class="label">{t.newPassword}</span>
        <input name="password" type="password" required minlength={leastLength} autocomplete="new-password" />
        <span class="quiet">{t.passwordHint({ least: leastLength })}</span>
      </label>
      <label class="field">
        <span class="label">{t.again}</span>
        <input name="again" type="password" required autocomplete="new-password" />
      </label>
      <Problem fault={fault} />
      <div class="buttons">
        <button class="primary">{label ?? (hasPresent ? t.change : t.take)}</button>
      </div>
    </form>
  )
}

function Problem({ fault }: { readonly fault?: string | undefined }): Child {
  return fault === undefined ? null : (
    <p class="problem" role="alert">
      {fault}
    </p>
  )
}

function codeOf(context: Context): string {
  return context.req.param('code') ?? ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
