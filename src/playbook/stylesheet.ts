import { styleParts } from './style-parts'

/** The one stylesheet of the files: for a desk, a phone, the dark and paper. */
export const stylesheet = `.playbook {
  --playbook-ink: #1d2530;
  --playbook-quiet: #566273;
  --playbook-line: #d5dbe3;
  --playbook-ground: #ffffff;
  --playbook-soft: #f4f6f9;
  --playbook-accent: #0b5cad;
  --playbook-won: #12693b;
  color: var(--playbook-ink);
  line-height: 1.55;
}
@media (prefers-color-scheme: dark) {
  .playbook {
    --playbook-ink: #e6eaf0;
    --playbook-quiet: #a3afbf;
    --playbook-line: #39434f;
    --playbook-ground: #14191f;
    --playbook-soft: #1d242c;
    --playbook-accent: #7cb8f5;
    --playbook-won: #74d6a1;
  }
}
.playbook-document {
  margin: 0;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  background: var(--playbook-ground);
}
.playbook-header,
.playbook-main {
  max-width: 60rem;
  margin: 0 auto;
  padding: 0 1.25rem;
}
.playbook-header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  padding-top: 1rem;
  padding-bottom: 1rem;
  border-bottom: 1px solid var(--playbook-line);
}
.playbook-main {
  padding-bottom: 4rem;
}
@media print {
  .playbook-header {
    display: none;
  }
  .playbook {
    --playbook-ink: #000000;
    --playbook-quiet: #444444;
    --playbook-line: #bbbbbb;
    --playbook-ground: #ffffff;
    --playbook-soft: #f4f4f4;
    --playbook-accent: #000000;
    --playbook-won: #000000;
    font-size: 10.5pt;
  }
  .playbook-main {
    max-width: none;
    padding: 0;
  }
}
${styleParts}`

/** The same within the pages of the product, in its colours. */
export const embeddedStylesheet = `.playbook {
  --playbook-ink: var(--text);
  --playbook-quiet: var(--quiet);
  --playbook-line: var(--line);
  --playbook-ground: var(--page);
  --playbook-soft: var(--sunken);
  --playbook-accent: var(--accent);
  --playbook-won: var(--good);
  max-width: 60rem;
  margin: 0 auto;
  color: var(--text);
}
.playbook-places {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  color: var(--quiet);
}
${styleParts}@media print {
  .top,
  .playbook-places {
    display: none;
  }
}
`
