/** Of pages of which nobody knows whose they are, in degrees. */
export const OUR_HUE = 250

/** The look of our public pages: the tokens of the app in the clinic's colour, on one column of text. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --back: light-dark(oklch(0.972 0.003 var(--hue)), oklch(0.165 0.006 var(--hue)));
  --surface: light-dark(oklch(1 0 0), oklch(0.2 0.007 var(--hue)));
  --line: light-dark(oklch(0.915 0.004 var(--hue)), oklch(0.29 0.009 var(--hue)));
  --line-control: light-dark(oklch(0.655 0.01 var(--hue)), oklch(0.54 0.014 var(--hue)));
  --text: light-dark(oklch(0.25 0.014 var(--hue)), oklch(0.93 0.005 var(--hue)));
  --quiet: light-dark(oklch(0.45 0.014 var(--hue)), oklch(0.74 0.012 var(--hue)));
  --accent: light-dark(oklch(0.48 0.105 var(--hue)), oklch(0.76 0.1 var(--hue)));
  --fill: light-dark(oklch(0.48 0.105 var(--hue)), oklch(0.53 0.105 var(--hue)));
  --tint: light-dark(oklch(0.955 0.022 var(--hue)), oklch(0.285 0.04 var(--hue)));
  --danger: light-dark(oklch(0.5 0.17 25), oklch(0.76 0.12 25));
  --warning-tint: light-dark(oklch(0.965 0.03 85), oklch(0.29 0.04 75));
  --success-tint: light-dark(oklch(0.96 0.025 155), oklch(0.27 0.035 155));
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--back);
  color: var(--text);
  font: 16px/1.5 Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 560px; margin: 0 auto; padding: 24px 16px 48px; display: grid; gap: 16px; }
.clinic { margin: 0; padding: 0 4px; font-weight: 600; }
h1, h2, p { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 15px; font-weight: 500; color: var(--quiet); }
h2 { font-size: 17px; font-weight: 600; }
a { color: var(--accent); text-underline-offset: 3px; }
.card {
  display: grid;
  gap: 12px;
  padding: 20px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
}
.when { font-size: 24px; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em; }
.when small { display: block; font-size: 17px; font-weight: 500; letter-spacing: 0; margin-top: 4px; }
.when::first-letter, .offers span::first-letter { text-transform: uppercase; }
.void { text-decoration: line-through; color: var(--quiet); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: 14px; }
.notice { padding: 12px 16px; border-radius: 10px; background: var(--success-tint); }
.notice.warning { background: var(--warning-tint); }
.yes::before { content: "✓ "; font-weight: 700; }
form { display: grid; gap: 12px; margin: 0; }
.policy p { white-space: pre-line; }
.policy h2 { font-size: 15px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
.row > * { flex: 1 1 240px; }
button, .button {
  display: grid;
  place-content: center;
  width: 100%;
  min-height: 48px;
  padding: 11px 16px;
  border: 1px solid var(--line-control);
  border-radius: 8px;
  background: transparent;
  color: var(--text);
  font: inherit;
  font-weight: 550;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button.main { border-color: transparent; background: var(--fill); color: oklch(1 0 0); }
button.danger { border-color: var(--danger); color: var(--danger); }
.offers { display: grid; gap: 8px; }
.offers button { display: flex; justify-content: space-between; gap: 12px; font-weight: 450; text-align: start; }
.offers button b { color: var(--accent); font-weight: 600; white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
label { display: grid; gap: 4px; font-size: 14px; color: var(--quiet); }
select, textarea, input[type="date"] {
  width: 100%;
  min-height: 48px;
  padding: 11px 12px;
  border: 1px solid var(--line-control);
  border-radius: 8px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  resize: vertical;
}
summary { min-height: 44px; padding: 10px 0; font-weight: 550; color: var(--quiet); cursor: pointer; }
.thread { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; }
.thread li { max-width: 88%; padding: 10px 14px; border-radius: 10px; background: var(--back); }
.thread li.own { justify-self: end; background: var(--tint); }
.thread p { white-space: pre-wrap; }
.thread small { color: var(--quiet); }
footer { padding: 0 4px; }
@media print { form, summary, .button, footer { display: none; } .card { break-inside: avoid; } }
`
