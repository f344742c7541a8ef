import { peopleChoice } from '#pages/people-choice.tsx'
import { readClient, revealWay } from '#clients/usecases/read-clients'
import { reachAddress, reachText } from '#pages/links.tsx'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import { clientKinds, wayKinds } from '#schemas/client-names'
import type { ClientCard } from '#schemas/client'
import type { ClientField } from '#schemas/clients/client-rules'
import type { FieldValue } from '#schemas/deal'
import { consentTextPiece } from './consents-card'
import { linkPiece } from './links-card'
import { mergePieces } from './merge-pieces'
import { requestPieces } from './requests-card'
import { requisitesPiece } from './requisites-card'
import { clientTexts } from './texts/clients'

const newPiece: PieceSpec = {
  id: 'newClient',
  path: '/app/pieces/clients/new',
  right: 'clients_edit',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    return (
      <>
        <PieceHead title={t.add} language={ask.language} />
        <PieceForm
          language={ask.language}
          api="POST /clients"
          done={t.added}
          label={t.make}
          then="go:/app/clients/{id}"
        >
          <Text label={t.name} name="name" isRequired />
          <Select
            label={t.kind}
            name="kind"
            options={clientKinds.map((kind) => [kind, t.kinds[kind]] as const)}
            isRequired
          />
          <Text label={t.phone} name="phone" />
          <Text label={t.email} name="email" />
        </PieceForm>
      </>
    )
  },
}

const changePiece: PieceSpec = {
  id: 'changeClient',
  path: '/app/pieces/clients/:client',
  right: 'clients_edit',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const card = await cardOf(ask)
    const { model } = await ask.ports.rules.current()
    const known = Object.values(model.clients?.kinds[card.kind] ?? {})
    const owners = peopleChoice(ask)
    return (
      <>
        <PieceHead title={t.changeWho} language={ask.language} />
        <PieceForm
          language={ask.language}
          api={`PATCH /clients/${card.id}`}
          version={card.version}
          done={t.saved}
          label={t.change}
        >
          <Text label={t.name} name="name" value={card.name} isRequired />
          <Select label={t.owner} name="owner" options={owners} selected={card.owner} empty={t.nobodys} isNullable />
          {known
            .filter(
              ({ id, personal }) =>
                personal !== true || card.fields?.[id] !== undefined || ask.caller.employee === card.owner,
            )
            .map((field) => (
              <ClientFieldInput field={field} value={card.fields?.[field.id]} language={ask.language} />
            ))}
        </PieceForm>
      </>
    )
  },
}

const wayPiece: PieceSpec = {
  id: 'clientWay',
  path: '/app/pieces/clients/:client/way',
  right: 'clients_edit',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const card = await cardOf(ask)
    return (
      <>
        <PieceHead title={t.addWay} language={ask.language} />
        <PieceForm language={ask.language} api={`POST /clients/${card.id}/ways`} done={t.added} label={t.addWay}>
          <Select
            label={t.wayKind}
            name="kind"
            options={wayKinds.map((kind) => [kind, t.ways[kind]] as const)}
            isRequired
          />
          <Text label={t.wayText} name="text" isRequired />
          <Text label={t.wayNote} name="note" />
        </PieceForm>
      </>
    )
  },
}

/** A number or an address in full: who asked is kept before it is shown. */
const revealPiece: PieceSpec = {
  id: 'revealClientWay',
  path: '/app/pieces/clients/:client/ways/:way',
  right: 'clients_contacts',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const { text } = await revealWay(ask.ports, ask, ask.params['client'] ?? '', ask.params['way'] ?? '')
    return (
      <>
        <PieceHead title={text.includes('@') ? t.ways.email : t.ways.phone} language={ask.language} />
        <p>
          <a href={reachAddress(text)}>
            <strong>{reachText(text)}</strong>
          </a>
        </p>
        <p class="quiet">{t.revealed}</p>
      </>
    )
  },
}

/** What dialogs of clients show. */
export const pieces: readonly PieceSpec[] = [
  newPiece,
  wayPiece,
  revealPiece,
  changePiece,
  requisitesPiece,
  linkPiece,
  ...mergePieces,
  ...requestPieces,
  consentTextPiece,
]

function cardOf(ask: PageAsk): Promise<ClientCard> {
  return readClient(ask.ports, ask, ask.params['client'] ?? '')
}

type FieldParts = {
  readonly field: ClientField
  readonly value: FieldValue | undefined
  readonly language: PageAsk['language']
}

function ClientFieldInput({ field, value, language }: FieldParts) {
  const { id, name, type, options = {} } = field
  const { yes, no } = clientTexts[language].yesNo
  const choices = type === 'yes_no' ? Object.entries({ true: yes, false: no }) : Object.entries(options)
  const text = value === undefined || value === null ? '' : String(value)
  return (
    <label class="field">
      <span class="label">{name}</span>
      {type === 'choice' || type === 'yes_no' ? (
        <select name={`fields.${id}`} data-type={type} data-empty="null">
          <option value="">–</option>
          {choices.map(([option, label]) => (
            <option value={option} selected={option === text}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          name={`fields.${id}`}
          value={text}
          type={type === 'date' ? 'date' : 'text'}
          maxlength={4000}
          data-type={type}
          data-empty="null"
        />
      )}
    </label>
  )
}

type TextParts = {
  readonly label: string
  readonly name: string
  readonly value?: string
  readonly isRequired?: boolean
}

function Text({ label, name, value = '', isRequired }: TextParts) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input name={name} value={value} maxlength={200} required={isRequired === true ? true : undefined} />
    </label>
  )
}
