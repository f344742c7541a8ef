// Written by npm run generate from src/playbook/style: do not edit.
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
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
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
.playbook a {
  color: var(--playbook-accent);
  text-underline-offset: 0.15em;
}
.playbook a:focus-visible {
  outline: 3px solid var(--playbook-accent);
  outline-offset: 2px;
}
.playbook h1 {
  font-size: 1.9rem;
  line-height: 1.2;
  margin: 2rem 0 0.75rem;
}
.playbook h2 {
  font-size: 1.4rem;
  line-height: 1.25;
  margin: 2.75rem 0 0.75rem;
  padding-top: 1rem;
  border-top: 1px solid var(--playbook-line);
}
.playbook h3 {
  font-size: 1.1rem;
  margin: 1.75rem 0 0.5rem;
}
.playbook h4 {
  font-size: 1rem;
  margin: 1.25rem 0 0.25rem;
}
.playbook p,
.playbook ul,
.playbook ol {
  margin: 0.5rem 0;
  max-width: 46rem;
}
.playbook ul,
.playbook ol {
  padding-left: 1.5rem;
}
.playbook ul {
  list-style: disc;
}
.playbook ol {
  list-style: decimal;
}
.playbook code {
  font-size: 0.85em;
  color: var(--playbook-quiet);
  overflow-wrap: anywhere;
}
.playbook-how-to {
  border-left: 3px solid var(--playbook-line);
  padding: 0.1rem 0 0.1rem 1rem;
}
.playbook-how-to-title {
  margin-top: 1rem;
}
.playbook-message {
  margin: 0.75rem 0;
  padding: 0.5rem 1rem;
  background: var(--playbook-soft);
  border-radius: 6px;
}
.playbook .playbook-checklist {
  list-style: none;
  padding-left: 0.25rem;
}
.playbook-checklist li::before {
  content: '☐';
  margin-right: 0.6rem;
  color: var(--playbook-quiet);
}
.playbook-table {
  width: 100%;
  border-collapse: collapse;
  margin: 0.75rem 0 1.5rem;
}
.playbook-table caption {
  text-align: left;
  color: var(--playbook-quiet);
  font-size: 0.9rem;
  padding-bottom: 0.4rem;
}
.playbook-table th,
.playbook-table td {
  text-align: left;
  vertical-align: top;
  padding: 0.5rem 0.75rem 0.5rem 0;
  border-bottom: 1px solid var(--playbook-line);
  color: var(--playbook-ink);
  font-size: 1em;
  font-weight: normal;
  overflow-wrap: break-word;
}
.playbook-table thead th {
  font-weight: 600;
  white-space: nowrap;
}
.playbook-table tbody th {
  min-width: 9rem;
}
.playbook :target {
  scroll-margin-top: 1rem;
  background: var(--playbook-soft);
}
.playbook-diagram {
  margin: 1.5rem 0;
}
.playbook-diagram svg {
  display: block;
  max-width: 100%;
  height: auto;
}
.playbook-diagram figcaption {
  color: var(--playbook-quiet);
  font-size: 0.9rem;
}
.playbook-diagram text {
  font-family: inherit;
  font-size: 13px;
  fill: var(--playbook-quiet);
}
.playbook-diagram .playbook-step-note {
  fill: var(--playbook-quiet);
}
.playbook-diagram .playbook-step-name {
  font-size: 15px;
  font-weight: 600;
  fill: var(--playbook-ink);
}
.playbook-step rect {
  fill: var(--playbook-soft);
  stroke: var(--playbook-quiet);
}
.playbook-step:hover rect {
  stroke: var(--playbook-accent);
}
.playbook-step-skippable rect {
  stroke-dasharray: 5 4;
}
.playbook-terminal rect {
  fill: var(--playbook-ground);
  stroke: var(--playbook-quiet);
}
.playbook-arrow,
.playbook-skip,
.playbook-exit path {
  fill: none;
  stroke: var(--playbook-quiet);
  stroke-width: 1.5;
}
.playbook-skip {
  stroke-dasharray: 5 4;
}
.playbook-arrow-head {
  fill: var(--playbook-quiet);
}
.playbook-won path {
  stroke: var(--playbook-won);
  stroke-width: 1.5;
  stroke-dasharray: 2 4;
}
.playbook-won rect {
  fill: var(--playbook-ground);
  stroke: var(--playbook-won);
}
.playbook-diagram .playbook-won text {
  fill: var(--playbook-won);
  font-weight: 600;
}
@media screen and (max-width: 40rem) {
  .playbook-table thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .playbook-table,
  .playbook-table caption,
  .playbook-table tbody,
  .playbook-table tr,
  .playbook-table th,
  .playbook-table td {
    display: block;
    overflow-wrap: anywhere;
  }
  .playbook-table tr {
    padding: 0.6rem 0;
    border-bottom: 1px solid var(--playbook-line);
  }
  .playbook-table th,
  .playbook-table td {
    border: 0;
    padding: 0.1rem 0;
  }
  .playbook-table tbody th {
    font-weight: 600;
  }
  .playbook-table td.none {
    display: none;
  }
  .playbook-table td::before {
    content: attr(data-label) ': ';
    color: var(--playbook-quiet);
  }
}
@media print {
  .playbook h2,
  .playbook h3,
  .playbook h4,
  .playbook-table caption {
    break-after: avoid;
  }
  .playbook-table tr,
  .playbook-diagram svg {
    break-inside: avoid;
  }
}
`
