import { piecesOf } from '#domain/attached/mentions'
import type { Comment } from '#schemas/attached'

import type { PageAsk } from '#pages/page.tsx'
import { attachedTexts } from './texts/attached'

/** What stands on the page of a subject: what was said of it, and a field to say more. */
export type CommentParts = {
  readonly ask: PageAsk
  /** Where the API takes comments of the subject: `/deals/x/comments`. */
  readonly path: string
  readonly comments: readonly Comment[]
  /** Names of those who may see the subject, for the list that @ opens. */
  readonly seenBy: readonly string[]
  /** Whether somebody's comment may be taken away by whoever asks. */
  readonly mayRemove: (comment: Comment) => boolean
}

const usually = 10

/** Comments of a subject: pinned ones above, the newest first, with a form. */
export function Comments(parts: CommentParts) {
  const { ask, comments } = parts
  const t = attachedTexts[ask.language]
  const [shown, earlier] = [comments.slice(0, usually), comments.slice(usually)]
  return (
    <section class="card comments" aria-labelledby="comments-title" id="comments">
      <header>
        <h2 id="comments-title">{t.comments}</h2>
        {comments.length === 0 ? null : <span class="badge">{ask.format.number(comments.length)}</span>}
      </header>
      <CommentForm {...parts} />
      {comments.length === 0 ? null : (
        <ol class="said">
          {shown.map((comment) => (
            <One {...parts} comment={comment} />
          ))}
        </ol>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t.earlier(ask.format.number(earlier.length))}</summary>
          <ol class="said">
            {earlier.map((comment) => (
              <One {...parts} comment={comment} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function CommentForm({ ask, path, seenBy }: CommentParts) {
  const t = attachedTexts[ask.language]
  return (
    <form class="say" data-api={`POST ${path}`} data-done={t.sent} data-clears id="say">
      <label class="hidden" for="say-text">
        {t.say}
      </label>
      <textarea
        id="say-text"
        name="text"
        rows={2}
        required
        maxlength={4000}
        placeholder={t.placeholder}
        data-mentions={JSON.stringify(seenBy)}
        data-mentions-title={t.people}
      />
      <p class="problem" data-problem role="alert" hidden />
      <div class="row">
        <button class="primary">{t.send}</button>
        <span class="quiet small by-keys">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  )
}

function One({ ask, path, comment, mayRemove }: CommentParts & { readonly comment: Comment }) {
  const t = attachedTexts[ask.language]
  const { id, by, at, text, pinned, editedAt } = comment
  const pieces = piecesOf(text, Object.values(ask.people.employees))
  const isOwn = by === ask.caller.actor.id
  return (
    <li id={id} class={pinned ? 'pinned' : undefined}>
      <p class="small">
        <strong>{ask.people.employees[by]?.name ?? by}</strong>
        <span class="quiet">
          {' · '}
          <time datetime={at}>{ask.format.moment(at)}</time>
          {editedAt === undefined ? '' : ` · ${t.edited}`}
          {pinned ? ` · ${t.pinned}` : ''}
        </span>
      </p>
      <p class="lines">
        {pieces.map((piece) => (piece.employee === undefined ? piece.text : <mark>{piece.text}</mark>))}
      </p>
      <div class="row acts">
        <form
          data-api={`PATCH ${path}/${id}`}
          data-body={JSON.stringify({ pinned: !pinned })}
          data-done={pinned ? t.isUnpinned : t.isPinned}
        >
          <button class="link quiet">{pinned ? t.unpin : t.pin}</button>
        </form>
        {isOwn ? <Edit ask={ask} path={path} comment={comment} /> : null}
        {mayRemove(comment) ? (
          <form data-api={`DELETE ${path}/${id}`} data-done={t.removed} data-sure={t.removeComment}>
            <button class="link quiet">{t.remove}</button>
          </form>
        ) : null}
      </div>
    </li>
  )
}

function Edit({ ask, path, comment }: Pick<CommentParts, 'ask' | 'path'> & { readonly comment: Comment }) {
  const t = attachedTexts[ask.language]
  return (
    <details data-closes-when-done>
      <summary class="link quiet">{t.edit}</summary>
      <form class="form" data-api={`PATCH ${path}/${comment.id}`} data-done={t.saved}>
        <label class="field">
          <span class="hidden">{t.say}</span>
          <textarea name="text" rows={3} required maxlength={4000}>
            {comment.text}
          </textarea>
        </label>
        <p class="problem" data-problem role="alert" hidden />
        <button class="secondary">{t.save}</button>
      </form>
    </details>
  )
}
